import { Reveal } from "./Reveal";
import { Target, Layers, Recycle } from "lucide-react";

export function Decompression() {
  const pillars = [
    { icon: Target, title: "Targets the cause", desc: "Painkillers cover things up. Decompression draws the bulging disc back in by creating negative pressure between the vertebrae." },
    { icon: Layers, title: "Layered care", desc: "Traction, heat and stabilising exercise in one visit of 50 minutes, four times a week to begin with." },
    { icon: Recycle, title: "Surgery avoided", desc: "Nine out of ten of our patients cancel their operation. We measure leg raise and pain score at every fifth visit." },
  ];
  return (
    <section className="py-24">
      <Reveal className="text-center max-w-3xl mx-auto">
        <h2 className="text-4xl font-light">Spinal decompression for disc pain and sciatica</h2>
        <p>
          You lie on a motorised table, a belt around the hips. The table pulls and lets go in slow cycles while a computer reads the load. It is so comfortable that people fall asleep.
        </p>
      </Reveal>
      <div className="grid md:grid-cols-3 gap-6 mt-12">
        {pillars.map((p) => (
          <Reveal key={p.title} className="p-8 rounded-3xl border"><p.icon /><h3>{p.title}</h3><p>{p.desc}</p></Reveal>
        ))}
      </div>
      <Reveal className="mt-12 max-w-3xl mx-auto">
        <h3>Is your back a match?</h3>
        <p>Most slipped discs shrink by themselves over months. We look for leg pain worse than back pain, an MRI that fits, and no red flags. Loss of bladder control or numbness in the saddle area needs an emergency department, not us. See your doctor if weakness is getting worse.</p>
        <h3>A NASA discovery</h3>
        <p>Astronauts come home taller because the spine is unloaded in space. Engineers found that the same principle heals discs on Earth.</p>
        <p>Twenty visits are $3,200. Qualify this week and your MRI review is complimentary.</p>
      </Reveal>
    </section>
  );
}
