import { Reveal } from "./Reveal";
import { Zap, Sun, Moon, Shield, Droplets } from "lucide-react";

const drips = [
  { icon: Zap, name: "Reboot Drip", price: "$189", desc: "B-complex, taurine and magnesium in a litre of saline. Restores energy and clears brain fog within the hour." },
  { icon: Shield, name: "Fortify Drip", price: "$209", desc: "High-dose vitamin C with zinc to supercharge your immune defences. Stops a cold in its tracks." },
  { icon: Sun, name: "Glow Drip", price: "$229", desc: "Glutathione and biotin. Brighter, more even skin from the inside out." },
  { icon: Moon, name: "Morning After", price: "$199", desc: "Fluids, an anti-nausea medicine and B12. Back on your feet in 45 minutes." },
  { icon: Droplets, name: "NAD+ Longevity", price: "$549", desc: "Repairs DNA and turns back the cellular clock. Infused slowly over three hours in a private room." },
];

export function Drips() {
  return (
    <section id="menu" className="py-24">
      <Reveal className="text-center max-w-2xl mx-auto mb-16">
        <div className="text-teal-700 text-sm tracking-widest uppercase">The Drip Menu</div>
        <h2 className="text-4xl font-light">Hydration, but smarter</h2>
        <p className="text-lg text-slate-500">
          Vitamins taken by mouth pass through the gut before they reach the blood. An IV delivers 100% absorption, so you feel what pills can't give you.
        </p>
      </Reveal>
      <div className="grid md:grid-cols-3 gap-6">
        {drips.map((d) => (
          <Reveal key={d.name} className="rounded-3xl border p-8">
            <d.icon size={22} />
            <h3>{d.name}</h3>
            <p>{d.desc}</p>
            <span>{d.price}</span>
          </Reveal>
        ))}
      </div>
      <div className="text-center mt-12">
        <p>Drips are placed by a registered nurse. Please eat something beforehand and wear a top with loose sleeves.</p>
        <p className="text-sm"><strong>First drip 25% off — this month only</strong> · No prescription, no waiting room: we come to your hotel or office.</p>
        <button className="rounded-full bg-teal-800 text-white px-8 py-4">Claim my offer</button>
      </div>
    </section>
  );
}
