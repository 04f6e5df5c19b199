import { Reveal } from "./Reveal";
import { Heart, ShieldCheck, Sparkle } from "lucide-react";

export function IntimateWellness() {
  const cards = [
    { icon: Heart, title: "O-Shot", price: "$1,400", body: "PRP from your own arm, placed where it matters. Women tell us of stronger climaxes and renewed closeness." },
    { icon: Sparkle, title: "Intimate laser", price: "$900 / session", body: "Fractional CO2 energy rejuvenates vaginal tissue so that dryness and laxity become a thing of the past." },
    { icon: ShieldCheck, title: "Pelvic chair", price: "$250 / session", body: "Sit clothed for 28 minutes while the chair contracts the pelvic floor. 95% of users say goodbye to pads." },
  ];
  return (
    <section id="intimate" className="py-24">
      <div className="max-w-7xl mx-auto px-6">
        <Reveal className="text-center mb-16">
          <h2 className="text-4xl font-light">Intimate care after birth and menopause</h2>
          <p className="max-w-2xl mx-auto">
            Leaks when you laugh, discomfort, less feeling than before: these are common, and you can talk about them here with a nurse practitioner who has heard it all.
            You deserve to enjoy your body at every age.
          </p>
        </Reveal>
        <div className="grid md:grid-cols-3 gap-6">
          {cards.map((c) => (
            <Reveal key={c.title} className="p-8 rounded-3xl border">
              <c.icon />
              <h3>{c.title}</h3>
              <p className="text-sm">{c.price}</p>
              <p>{c.body}</p>
            </Reveal>
          ))}
        </div>
        <Reveal className="mt-12 max-w-3xl mx-auto">
          <h3>Before your visit</h3>
          <p>Please have a smear test result from the last three years and no infection at the time of treatment. We leave four weeks after a birth, longer after stitches.</p>
          <p>Laser can cause burns, scarring and pain with intercourse; PRP can cause bruising and infection. Both are office treatments with no downtime.</p>
          <p className="text-sm">Mommy Month: $200 off any two treatments until the end of May.</p>
        </Reveal>
      </div>
    </section>
  );
}
