import { Reveal } from "./Reveal";
import { GraduationCap, Languages, HandHeart } from "lucide-react";

const people = [
  { name: "Dr. Thea Lindqvist", post: "Psychiatrist", text: "Board certified in adult psychiatry. Trained in Uppsala and Denver. Sees people with bipolar disorder and depression, and teaches residents on Fridays." },
  { name: "Samir Otway, LMFT", post: "Couples and families", text: "Emotionally focused therapy. His couples tell us that they stopped fighting after a handful of visits." },
  { name: "Rue Castellan, PsyD", post: "Trauma", text: "EMDR and prolonged exposure. Works with first responders, and keeps two evening slots for them." },
  { name: "Bo Merriam, PMHNP", post: "Medication visits", text: "Starts, changes and tapers medicines. Speaks Spanish and some Portuguese." },
];

export default function Team() {
  return (
    <section id="team" className="py-24">
      <Reveal>
        <h1 className="text-5xl font-light">The people at Alder Street Psychiatry</h1>
        <p className="max-w-2xl">
          We are eight clinicians in an old bank on Alder Street. Known as the top mental health team in the valley, we take most insurance plans and keep a few low-fee places.
        </p>
      </Reveal>
      <div className="grid md:grid-cols-2 gap-10 mt-12">
        {people.map((p) => (
          <Reveal key={p.name}>
            <h2>{p.name}</h2>
            <p className="italic">{p.post}</p>
            <p>{p.text}</p>
          </Reveal>
        ))}
      </div>
      <div className="grid md:grid-cols-3 gap-6 mt-16">
        <div><GraduationCap /><h3>Training</h3><p>Everyone has supervision every other week. Licences are listed at the front desk and on the state board&apos;s website.</p></div>
        <div><Languages /><h3>Languages</h3><p>English, Spanish, Swedish, Hindi.</p></div>
        <div><HandHeart /><h3>Our promise</h3><p>You will be heard. Therapy does not help everyone, and when it is not helping we say so and look for something else. Results depend on many things.</p></div>
      </div>
      <p className="mt-12">EMDR is recommended by several guidelines for PTSD, next to other trauma-focused therapies. It gets there in half the time of talk therapy. Ask your doctor or call us if you are unsure whom to see.</p>
    </section>
  );
}
