import { Reveal } from "./Reveal";
import { Glasses, Droplets, Baby } from "lucide-react";

const sections = [
  { icon: Glasses, name: "Low-dose atropine", body: "Drops at bedtime, made by a compounding pharmacy. In the United States no atropine product is approved for slowing myopia. Light sensitivity and blurred reading are possible." },
  { icon: Baby, name: "Night lenses (ortho-k)", body: "Rigid lenses worn asleep flatten the cornea for the day. On average they slow the growth of the eye by something under half in the first two years; some children gain less. Infection of the cornea is rare and can cost sight." },
  { icon: Droplets, name: "Special soft lenses", body: "One daily lens has FDA approval for slowing myopia in children who start between 8 and 12. It is the easiest to live with for most families." },
];

export function MyopiaControl() {
  return (
    <section className="py-20 max-w-5xl mx-auto">
      <Reveal>
        <h1 className="text-4xl font-light">Short-sight in children</h1>
        <p>
          Glasses make things sharp; they do not slow the eye down. If a child&apos;s prescription gets stronger every year, there are three things to talk about, besides more time outdoors.
        </p>
      </Reveal>
      {sections.map((s) => (
        <Reveal key={s.name} className="mt-8 flex gap-6">
          <s.icon size={28} />
          <div><h2>{s.name}</h2><p>{s.body}</p></div>
        </Reveal>
      ))}
      <Reveal className="mt-12">
        <h2>What we measure</h2>
        <p>Axial length every six months, with light and without touching the eye. A millimetre is roughly two and a half dioptres. Children differ a great deal, and we cannot know what would have happened without treatment.</p>
        <h2>Cost</h2>
        <p>Atropine $40 a month. Night lenses $1,600 in the first year. Daily lenses $95 a month. Vision plans rarely pay.</p>
        <p>Your optometrist here, Dr. Halle Brandt, works with your pediatrician where needed. Give your child the gift of clear sight for life.</p>
        <p>Red eye, pain or worse sight in a lens wearer: take the lens out and call us or an emergency doctor the same day.</p>
      </Reveal>
    </section>
  );
}
