import { Reveal } from "./Reveal";
import { Sparkles, Feather, SunMedium } from "lucide-react";

const benefits = [
  { icon: Sparkles, title: "Clearer, calmer skin", desc: "Salicylic acid loosens the plugs in pores. Breakouts reduce and redness fades." },
  { icon: Feather, title: "No downtime", desc: "A little flaking on day three is all you will see. Sunscreen is not optional for the next month." },
  { icon: SunMedium, title: "Even tone", desc: "Mandelic acid lifts pigment and suits people whose skin is easily irritated by glycolic." },
];

export function Peels() {
  return (
    <section id="peels" className="py-20 bg-amber-50">
      <Reveal className="text-center">
        <h2 className="text-4xl font-light">Chemical peels at Thornbury Skin Rooms</h2>
        <p className="max-w-xl mx-auto">
          A peel is an acid painted on for a few minutes, then neutralised or wiped off. Light peels work on the surface; deeper ones reach the dermis and need a doctor.
        </p>
      </Reveal>
      <div className="grid md:grid-cols-3 gap-6 mt-12">
        {benefits.map((b) => (
          <Reveal key={b.title} className="p-8"><b.icon /><h3>{b.title}</h3><p>{b.desc}</p></Reveal>
        ))}
      </div>
      <div className="max-w-3xl mx-auto mt-12">
        <h3>Is a peel for me?</h3>
        <p>Not if you have taken isotretinoin in the last six months, have an active cold sore, or have just come back from the beach. Brown skin can darken after a peel that is too strong, so we start with the weakest and test a patch behind the ear.</p>
        <h3>How often?</h3>
        <p>Every four weeks, usually four to six times. Acne that scars should be seen by a dermatologist, and a peel alone will not fill pitted scars.</p>
        <h3>What we charge</h3>
        <p>Light peel $110. Course of six $540. Add an LED mask for $25: blue light destroys acne bacteria, red light feeds the mitochondria.</p>
        <button>Ask about peels</button>
      </div>
    </section>
  );
}
