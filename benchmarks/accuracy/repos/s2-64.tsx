import { Reveal } from "./Reveal";
import { Thermometer, Waves, TimerReset } from "lucide-react";

const cards = [
  { icon: Thermometer, title: "−110 °C for three minutes", text: "You stand in a dry cold chamber in gloves, socks and a headband. An attendant watches through the window and talks with you." },
  { icon: TimerReset, title: "Faster recovery", text: "Athletes use cold to feel less sore after hard training. It reduces inflammation throughout the body, and you may sleep well after." },
  { icon: Waves, title: "A natural mood lift", text: "Cold sets off a surge of noradrenaline and endorphins. Many people step out grinning." },
];

export function Cryo() {
  return (
    <section id="cryo" className="py-24 bg-cyan-50">
      <div className="max-w-6xl mx-auto px-6">
        <Reveal className="text-center">
          <h2 className="text-4xl font-light">Whole-body cryotherapy in Stonecutter Falls</h2>
          <p>Three minutes of cold between work and dinner.</p>
        </Reveal>
        <div className="grid md:grid-cols-3 gap-6 mt-12">
          {cards.map((c) => <Reveal key={c.title} className="bg-white p-8 rounded-2xl"><c.icon /><h3>{c.title}</h3><p>{c.text}</p></Reveal>)}
        </div>
        <Reveal className="mt-12 max-w-3xl mx-auto">
          <h3>Is it proven?</h3>
          <p>The FDA has not cleared or approved whole-body cryotherapy for any medical condition. Evidence for less muscle soreness is limited, and for arthritis, weight loss or depression there is too little to say. Experiences differ.</p>
          <h3>What people like</h3>
          <ul>
            <li>Tighter-looking skin</li>
            <li>Boosts metabolism: burn up to 800 calories a session</li>
            <li>No wet hair</li>
          </ul>
          <h3>Your first time</h3>
          <p>Come dry, without lotion, with no metal on. We take your blood pressure. If you have any medical condition, ask your doctor before you book. The first session is $25; a month of unlimited sessions is $199.</p>
        </Reveal>
      </div>
    </section>
  );
}
