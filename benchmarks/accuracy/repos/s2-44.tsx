import { Reveal } from "./Reveal";
import { Brain, HeartPulse, Bone, Wind } from "lucide-react";

export function AcupunctureConditions() {
  const conditions = [
    { icon: Brain, name: "Migraine and headache", text: "Acupuncture releases the body's own painkillers and cuts the number of attacks. Come weekly at first." },
    { icon: HeartPulse, name: "Stress and sleep", text: "Lying still for half an hour with the phone off does some good by itself. Many people doze." },
    { icon: Bone, name: "Neck and low back", text: "Needles are placed near the sore spot and in the hands or feet. Relief, where it comes, tends to last some days at first." },
    { icon: Wind, name: "Hay fever and asthma", text: "Start six weeks before the season. It strengthens lung qi and rebalances the immune system. Keep your inhaler with you." },
    { icon: HeartPulse, name: "Fertility", text: "Research from Germany showed that women who had acupuncture around embryo transfer were 65% more likely to conceive." },
  ];
  return (
    <section id="what-we-treat" className="py-24 bg-white">
      <div className="max-w-6xl mx-auto px-6">
        <Reveal>
          <h2 className="text-4xl font-light">What brings people here</h2>
          <p>Wren Lane Acupuncture has been above the bakery since 2009. You will smell bread.</p>
        </Reveal>
        <div className="grid md:grid-cols-2 gap-6 mt-10">
          {conditions.map((c) => (
            <Reveal key={c.name} className="p-8 rounded-2xl border">
              <c.icon size={20} />
              <h3>{c.name}</h3>
              <p>{c.text}</p>
            </Reveal>
          ))}
        </div>
        <Reveal className="mt-10">
          <h3>Your first treatment</h3>
          <p>We talk for forty minutes, look at the tongue, feel the pulse at both wrists, and use eight to fifteen needles as thin as a hair. It doesn&apos;t hurt, and there are no side effects. You may feel a dull ache or warmth where a needle sits.</p>
          <p>Wear loose trousers. Eat something light. $95 for the first visit, $75 after that; a package of ten is $650.</p>
          <p>Most people feel better after each session, and those who do not have lost an hour and gained a nap.</p>
        </Reveal>
      </div>
    </section>
  );
}
