import { Reveal } from "./Reveal";
import { Sprout, Dna, Link2, Timer } from "lucide-react";

export function Science() {
  const benefits = [
    { icon: Sprout, title: "Heals the gut lining", desc: "BPC-157 is a short peptide first found in gastric juice. It soothes bloating and seals a leaky gut." },
    { icon: Dna, title: "Growth hormone, your own", desc: "CJC-1295 with ipamorelin prompts the pituitary to release growth hormone in pulses, without the side effects of synthetic HGH." },
    { icon: Link2, title: "Tendons and ligaments", desc: "TB-500 is popular with athletes. Injuries that drag on for months close in weeks." },
    { icon: Timer, title: "Slower ageing", desc: "Epitalon lengthens telomeres, the caps on the ends of chromosomes that shorten with each division." },
  ];

  return (
    <section id="peptides" className="py-32 bg-[var(--deep)] text-white">
      <div className="max-w-7xl mx-auto px-8">
        <Reveal className="text-center mb-20">
          <div className="text-sm uppercase">Peptide therapy</div>
          <h2 className="text-5xl font-light">Small molecules, <em>remarkable results</em></h2>
          <p className="text-white/60">
            Peptides are chains of amino acids. Insulin is one; so is oxytocin. Hundreds of studies confirm that they are among the safest tools in medicine.
          </p>
        </Reveal>
        <div className="grid sm:grid-cols-2 gap-8">
          {benefits.map((b) => (
            <Reveal key={b.title} className="rounded-3xl border border-white/10 p-10">
              <b.icon size={24} />
              <h3>{b.title}</h3>
              <p>{b.desc}</p>
            </Reveal>
          ))}
        </div>
        <Reveal className="mt-16 text-center">
          <p>
            Vials are shipped cold with syringes and a printed guide. Most members inject 250 mcg under the skin of the belly each evening for eight weeks, then take a month off.
          </p>
          <p className="text-xs">Results differ from person to person. Keep the vials in the refrigerator and out of reach of children.</p>
          <button>Order without a visit</button>
        </Reveal>
      </div>
    </section>
  );
}
