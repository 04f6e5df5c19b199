import { Moon, AlarmClock, Smile } from "lucide-react";

const cards = [
  { icon: Moon, h: "Quiet nights", p: "The device holds the lower jaw a few millimetres forward and keeps the airway open. Snoring stops, and your partner sleeps too." },
  { icon: AlarmClock, h: "Brighter mornings", p: "Wake up refreshed, with more energy and better focus." },
  { icon: Smile, h: "Comfortable", p: "Made from a scan of your teeth. No mask, no hose, no noise, and just as effective as CPAP." },
];

export function SnoreDevice() {
  return (
    <section className="py-24 bg-slate-50">
      <div className="max-w-6xl mx-auto">
        <h2 className="text-4xl">Oral appliances for snoring and sleep apnea</h2>
        <p>Dr. Ines Calloway fits appliances for adults with mild to moderate apnea and for people who could not live with a mask.</p>
        <div className="grid md:grid-cols-3 gap-6 my-10">
          {cards.map((c) => <div key={c.h} className="bg-white p-8 rounded-2xl"><c.icon /><h3>{c.h}</h3><p>{c.p}</p></div>)}
        </div>
        <h3>Steps</h3>
        <ol>
          <li>Sleep study, at home or in a laboratory. Without one we do not fit anything, because snoring can hide severe apnea.</li>
          <li>Scan, bite record and a check of jaw joints and gums.</li>
          <li>Fitting after three weeks, then the jaw is moved forward little by little.</li>
          <li>A second sleep study with the device in place.</li>
        </ol>
        <h3>Drawbacks</h3>
        <p>Dry mouth, sore teeth and jaw ache in the mornings are common at first. Over years the bite can change. Loose teeth, full dentures or jaw joint disease rule it out.</p>
        <p>Price: $2,300, with adjustments for twelve months. Medical insurance pays part of it in many cases. Ask about our $200 spring rebate.</p>
      </div>
    </section>
  );
}
