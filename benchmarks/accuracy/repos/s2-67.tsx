import { Reveal } from "./Reveal";
import { Brain, Zap, Heart, Leaf } from "lucide-react";

export function Science() {
  const facts = [
    { icon: Brain, title: "A calmer nervous system", desc: "An injection of anaesthetic beside a nerve cluster in the neck resets fight-or-flight, often within thirty minutes." },
    { icon: Zap, title: "One visit, maybe two", desc: "Each injection takes about fifteen minutes under ultrasound. You stay an hour and go home with a drooping eyelid that wears off by evening." },
    { icon: Heart, title: "Hope for PTSD", desc: "Veterans and first responders describe it as getting their old self back. Some notice nothing, and a repeat on the other side is then discussed." },
    { icon: Leaf, title: "Nothing addictive, nothing to take home", desc: "The anaesthetic has been used in pain medicine for decades. It is remarkably safe." },
  ];
  return (
    <section id="sgb" className="py-32 bg-[var(--deep)] text-white">
      <Reveal className="text-center max-w-3xl mx-auto">
        <div className="uppercase text-sm">Stellate ganglion block</div>
        <h2 className="font-display text-5xl font-light">Why one small injection <em>works</em></h2>
        <p className="text-white/60">
          The stellate ganglion sits at the root of the neck and belongs to the sympathetic nerves. Blocking it is an old treatment for pain in the arm. Military studies have confirmed what our patients already knew.
        </p>
      </Reveal>
      <div className="grid sm:grid-cols-2 gap-8 max-w-6xl mx-auto mt-16">
        {facts.map((b, i) => (
          <Reveal key={i} delay={i * 0.1} className="bg-white/5 p-10 rounded-3xl">
            <b.icon size={24} strokeWidth={1.5} />
            <h3>{b.title}</h3>
            <p className="text-white/60">{b.desc}</p>
          </Reveal>
        ))}
      </div>
      <Reveal className="text-center mt-16">
        <p>$1,250 per side. Bring a driver. We see patients from Larkspur, Dunmore and as far as the coast. Outcomes vary, and therapy should go on.</p>
        <button>Speak with our coordinator</button>
      </Reveal>
    </section>
  );
}
