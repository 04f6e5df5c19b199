"use client";
import { useState } from "react";

const GLOSSARY: { term: string; def: string }[] = [
  { term: "Agonist", def: "A drug that switches a receptor on. Methadone is a full opioid agonist." },
  { term: "Partial agonist", def: "Switches a receptor on, but only so far. Buprenorphine is one. It can still be misused, and breathing can stop if it is mixed with alcohol or sedatives." },
  { term: "Antagonist", def: "A drug that blocks a receptor. Naltrexone and naloxone are examples." },
  { term: "Dependence", def: "The body has got used to a drug and withdrawal follows when it is stopped. It can happen with medicines taken exactly as prescribed." },
  { term: "Detox", def: "The days or weeks in which a drug is stopped under supervision. In this sense the word has nothing to do with juices." },
  { term: "Half-life", def: "The time in which the blood level of a drug falls by half." },
  { term: "Lapse", def: "One use after a time without. A lapse need not become a relapse." },
  { term: "Naloxone kit", def: "Reverses opioid overdose for a short while. Call 911 even if the person wakes up." },
  { term: "Post-acute withdrawal", def: "Poor sleep, low mood and craving that can go on for months. How common it is, is debated." },
  { term: "Precipitated withdrawal", def: "Sudden, harsh withdrawal when buprenorphine or naltrexone is given too early." },
  { term: "Recovery", def: "People mean different things by this. We use the word that you use." },
  { term: "Tolerance", def: "More of a drug is needed for the same effect. It falls quickly in detox or jail, and the old amount can then kill." },
  { term: "Monthly buprenorphine", def: "An injection under the skin of the belly, given in the clinic. It wears off so slowly that you come off it without withdrawal. A lump may be felt for some weeks." },
];

export default function Glossary() {
  const [filter, setFilter] = useState("");
  const rows = GLOSSARY.filter((g) => g.term.toLowerCase().includes(filter.toLowerCase()));
  return (
    <main>
      <h1>Words used in addiction medicine</h1>
      <p>If you need help today, call SAMHSA on 1-800-662-4357. It is free and open all hours.</p>
      <input aria-label="Search the glossary" placeholder="Search" value={filter} onChange={(e) => setFilter(e.target.value)} />
      <dl>
        {rows.map((g) => (
          <div key={g.term}><dt>{g.term}</dt><dd>{g.def}</dd></div>
        ))}
      </dl>
      <p>Medicines should be changed only with your prescriber.</p>
    </main>
  );
}
