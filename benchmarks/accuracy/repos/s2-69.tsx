import { Reveal } from "./Reveal";
import { PawPrint, Scale, Syringe } from "lucide-react";

export function CatArthritis() {
  const choices = [
    { icon: Scale, name: "Weight and home", text: "Ramps, low-sided trays, a warm bed. A cat that is a kilo too heavy carries it on every sore joint." },
    { icon: Syringe, name: "Monthly antibody", text: "Frunevetmab is approved for pain from osteoarthritis in cats. In the field study more treated cats than placebo cats improved, by the owners' scores. Vomiting, scabs and itching are the side effects seen most." },
    { icon: PawPrint, name: "Acupuncture and laser", text: "Cats either like it or they do not. Evidence is thin. It is a gentle option for cats that cannot take tablets." },
  ];
  return (
    <section className="py-20 max-w-5xl mx-auto px-6">
      <Reveal>
        <h1 className="text-4xl font-light">Older cats and stiff joints</h1>
        <p>
          Most cats over twelve have some arthritis on X-ray. They rarely limp. They jump less, sleep more, and stop grooming their back, and we put it down to age.
        </p>
      </Reveal>
      <div className="grid md:grid-cols-3 gap-6 my-10">
        {choices.map((c) => (
          <Reveal key={c.name} className="p-6 border rounded-2xl"><c.icon /><h2>{c.name}</h2><p>{c.text}</p></Reveal>
        ))}
      </div>
      <Reveal>
        <h2>Pain tablets</h2>
        <p>Never give a cat paracetamol or a dog&apos;s tablets: paracetamol kills cats. Meloxicam can help but needs healthy kidneys, and in some countries it is licensed for long use and in others not. Ask us.</p>
        <h2>Joint supplements</h2>
        <p>Omega-3 eases stiffness, a little, in a few small trials of special diets. Glucosamine has not done better than placebo.</p>
        <h2>Stem cells</h2>
        <p>Sometimes asked about. Nothing of the kind is approved for cats, and we do not offer it.</p>
        <h2>Come and see us</h2>
        <p>Film your cat on the stairs at home; it tells us more than ten minutes on a slippery table. A senior visit with blood and urine tests costs $185. Cats-only waiting room at Tamsin Street, every Wednesday.</p>
      </Reveal>
    </section>
  );
}
