// Written for this evaluation set; no real clinic's page.
import { Lock, Zap, Clock3, HeartHandshake } from "lucide-react";
import Hero from "@/components/Hero";
import IconList from "@/components/IconList";

const why = [
  { icon: Zap, title: "Sound, not chemistry", description: "Acoustic pulses bring old plumbing back to factory settings." },
  { icon: Clock3, title: "Six visits of 20 minutes", description: "No scalpel, no injection, nothing to recover from." },
  { icon: Lock, title: "Private entrance", description: "Parking behind the building, first names only." },
  { icon: HeartHandshake, title: "Partners welcome", description: "Many men like to hear the explanation together." },
];

const compare = [
  { row: "Plan ahead", pills: "Always", waves: "Never again" },
  { row: "Headache, flushing", pills: "Frequent", waves: "Unheard of" },
  { row: "Paid by insurance", pills: "Sometimes", waves: "No" },
];

export default function ShockwavePage() {
  return (
    <>
      <Hero
        title="The blue pill has met its match"
        subtitle="Low-intensity shockwave for erectile difficulty at Ironwood Men's Health"
        cta={{ label: "Speak to our urologist", href: "/call" }}
      />
      <IconList items={why} />
      <table className="w-full">
        <tbody>
          {compare.map((c) => (
            <tr key={c.row}><th>{c.row}</th><td>{c.pills}</td><td>{c.waves}</td></tr>
          ))}
        </tbody>
      </table>
      <section className="prose">
        <h2>Straight talk</h2>
        <p>Shockwave devices are not FDA cleared for erectile dysfunction. The American Urological Association calls the treatment investigational.</p>
        <p>We offer it anyway because it works on the cause, not the clock.</p>
        <p>Trouble with erections can be the first sign of heart disease. See a doctor about it, whether or not you come to us.</p>
        <p>Eight in ten of last year's men are still throwing their prescriptions away.</p>
        <p>Bruising and soreness of the skin are possible. Men on blood thinners, or with a tumour in the pelvis, should not have it.</p>
        <p>She has noticed, you know.</p>
      </section>
    </>
  );
}
