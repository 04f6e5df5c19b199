// Written for this evaluation set; no real clinic's page.
import React from "react";
import { FaBrain, FaCheckCircle } from "react-icons/fa";
import heroImg from "../assets/chair.webp";

const points = [
  "Cleared by the FDA for adults with major depression who have not done well enough on medication",
  "No anesthesia, no missed work beyond the visit",
  "Zero systemic side effects",
  "Remission for two out of three who finish",
];

export default function TmsHero() {
  return (
    <header className="relative bg-slate-900 text-white">
      <img src={heroImg} alt="Patient reading in the TMS chair" className="absolute inset-0 opacity-30" />
      <div className="relative mx-auto max-w-4xl py-28">
        <FaBrain aria-hidden />
        <p className="uppercase tracking-wide">Cobalt Ridge Neuromodulation</p>
        <h1 className="text-5xl">Depression has an off switch</h1>
        <p className="mt-4 text-xl">
          A magnetic coil sends brief pulses to the left prefrontal cortex. Nineteen minutes a day, five days a week.
        </p>
        <ul className="mt-8 space-y-2">
          {points.map((p) => (
            <li key={p}><FaCheckCircle className="inline" /> {p}</li>
          ))}
        </ul>
        <div className="mt-10 flex gap-4">
          <a href="/intake" className="btn-primary">Request an evaluation</a>
          <a href="/insurance" className="btn-ghost">Check my coverage</a>
        </div>
      </div>
      <div className="bg-slate-800 py-6 text-center">
        <p>A psychiatrist decides with you whether it fits. Metal in or near the head and a history of seizures are reasons to say no.</p>
        <p>Scalp pain and headache are frequent in week one.</p>
        <p>Pills flood the whole body; we knock on one door.</p>
      </div>
      <blockquote className="px-6 py-8 italic">
        "Session eleven I heard birds. I'd forgotten birds." <cite>Janelle, teacher</cite>
      </blockquote>
      <p className="pb-8 text-center">How many more winters are you going to give it?</p>
    </header>
  );
}
