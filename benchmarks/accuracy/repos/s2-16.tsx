"use client";
import { motion } from "framer-motion";
import { Button } from "@/components/ui/button";

const timeline = [
  { when: "Day 1", text: "Slight pinkness, like a sunburn. Make-up the next morning." },
  { when: "Week 2", text: "Pores look smaller and the surface feels smoother" },
  { when: "Week 4", text: "Acne marks begin to fade" },
  { when: "Week 8", text: "Second session if we have planned one" },
  { when: "Month 3", text: "Collagen peaks: firmer, brighter, younger-looking skin" },
];

export function MicroneedlingTimeline() {
  return (
    <section className="py-24 bg-rose-50">
      <div className="max-w-5xl mx-auto">
        <p className="text-xs uppercase">RF Microneedling</p>
        <h2 className="text-4xl">Your skin, week by week</h2>
        <p>
          Gold-tipped needles reach up to 3.5 mm and release radiofrequency heat at the tip. The tiny wounds start the ordinary healing response, and skin lays down collagen as it repairs.
        </p>
        <ol className="border-l pl-8 mt-10">
          {timeline.map((t, i) => (
            <motion.li key={i} initial={{ opacity: 0 }} whileInView={{ opacity: 1 }}>
              <strong>{t.when}</strong>
              <span>{t.text}</span>
            </motion.li>
          ))}
        </ol>
        <div className="grid md:grid-cols-2 gap-8 mt-16">
          <div>
            <h3>Suitable for every skin tone</h3>
            <p>Heat is released below the surface, where there is little pigment. Numbing cream stays on for 40 minutes first.</p>
          </div>
          <div>
            <h3>How it compares</h3>
            <p>Results on a par with CO2 laser, with a fraction of the recovery. Sessions are spaced four weeks apart.</p>
          </div>
        </div>
        <figure>
          <img src="/ba-04.jpg" alt="Before and after three RF microneedling sessions" />
          <figcaption>Actual client, 44, after three sessions. Same light, same camera.</figcaption>
        </figure>
        <Button>Book a skin consult</Button>
      </div>
    </section>
  );
}
