import { Reveal } from "./Reveal";
import { Snowflake, Flame, Waves } from "lucide-react";

export function Treatments() {
  const list = [
    {
      icon: Snowflake,
      tag: "Freeze",
      title: "Cryolipolysis",
      price: "from $650 per area",
      copy: "Two cooled plates hold the bulge for 35 minutes. Fat cells are chilled, die, and are cleared by the lymphatic system over the following weeks. Up to 27% less fat per session, and those cells never come back.",
    },
    {
      icon: Flame,
      tag: "Heat",
      title: "Radiofrequency tightening",
      price: "from $400 per area",
      copy: "Warms the deeper layers of skin until new collagen is switched on. Firmer arms, flatter belly, smoother thighs. Feels like a hot-stone massage.",
    },
    {
      icon: Waves,
      tag: "Contract",
      title: "Muscle stimulation",
      price: "$2,200 for four",
      copy: "The equivalent of 20,000 crunches in half an hour. Lie back with a magazine while electromagnetic pulses build muscle and burn fat at the same time.",
    },
  ];
  return (
    <section id="body" className="py-24 bg-white">
      <Reveal className="text-center max-w-3xl mx-auto mb-20">
        <div className="uppercase tracking-widest text-sm">Body Studio</div>
        <h2 className="font-display text-5xl font-light">Sculpt <em>without surgery</em></h2>
        <p className="text-lg font-light">
          No needles, no anaesthetic, no time off. Three technologies, combined to suit the shape you want.
        </p>
      </Reveal>
      <div className="grid md:grid-cols-3 gap-8">
        {list.map((x) => (
          <Reveal key={x.title} className="rounded-[32px] bg-[var(--cream)] p-10">
            <span className="text-xs uppercase">{x.tag}</span>
            <x.icon size={48} strokeWidth={1.2} />
            <h3>{x.title}</h3>
            <div className="text-sm">{x.price}</div>
            <p>{x.copy}</p>
          </Reveal>
        ))}
      </div>
      <Reveal className="text-center mt-16">
        <p>Measurements and photographs are taken at the first visit and again at twelve weeks. Please come in underwear you do not mind getting gel on.</p>
        <p>Summer is closer than you think. Book your free body plan before May 1 and save 30%.</p>
      </Reveal>
    </section>
  );
}
