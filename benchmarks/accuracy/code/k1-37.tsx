// Written for this evaluation set; no real clinic's page.
import { motion } from "framer-motion";
import Stat from "@/components/Stat";
import Quote from "@/components/Quote";

const areas = [
  { title: "Autism", description: "Alpha waves fall into step, and so do words, eye contact and bedtime." },
  { title: "PTSD", description: "We find the frequency your brain had before the blast, and hand it back." },
  { title: "Concussion", description: "Rest and a gradual return to activity come first. If headaches persist past three months, ask your neurologist whether an EEG adds anything." },
  { title: "Sleep", description: "We record how you sleep before, midway and after." },
];

export default function MagneticEegPage() {
  return (
    <main>
      <motion.h1 initial={{ opacity: 0 }} animate={{ opacity: 1 }}>
        No two brains alike. No two protocols either.
      </motion.h1>
      <p>
        At Signal & Stem we take a resting EEG, and a technician under a physician's supervision sets a pulse rate from it. Sessions are 30 minutes, Monday to Friday, for four to six weeks.
      </p>
      <section>
        {areas.map((a) => (
          <article key={a.title}>
            <h3>{a.title}</h3>
            <p>{a.description}</p>
          </article>
        ))}
      </section>
      <section className="stats">
        <Stat value="4 in 5" label="families renew after week two, because they see it" />
        <Stat value="11" label="chairs in three cities" />
      </section>
      <Quote by="Tomasina, mum of Rafe (5)">He asked for juice. In a sentence. I had to pull over.</Quote>
      <section className="prose">
        <h2>Is the equipment approved?</h2>
        <p>Yes. The FDA has cleared it.</p>
        <h2>Will it hurt my child?</h2>
        <p>It taps. Headache and scalp soreness are possible. A seizure can be provoked, so children with epilepsy or metal implants are not treated.</p>
        <h2>Does insurance pay?</h2>
        <p>Not at this time.</p>
        <h2>We tried everything. Is there a point?</h2>
        <p>Families tell us we were the last stop, and wish we had been the first.</p>
      </section>
      <a href="/eeg" className="cta">Schedule an EEG</a>
    </main>
  );
}
