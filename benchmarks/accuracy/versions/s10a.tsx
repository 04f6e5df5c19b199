/* Written for this evaluation set; no real clinic's page. */
import React from "react";
import { PriceRow } from "./PriceRow";
import { Faq } from "./Faq";

const copy = {
  title: "Wrinkle relaxers",
  strap: "Ten years younger by lunchtime",
  intro:
    "Botulinum toxin relaxes the muscles that crease the skin. It erases frown lines, crow's feet and forehead lines and stops new ones from ever forming.",
  injector:
    "Your injector is Priya Lomond, RN, who works under the medical director, Dr. Stellan Quaye. Her hands are the most sought-after in the city.",
};

export const faqs = [
  { q: "How long is the appointment?", a: "Half an hour, including the photographs we take for your chart." },
  {
    q: "When does it start and how long does it last?",
    a: "A change usually shows somewhere between day three and day fourteen, and usually wears off after three to four months. With us many clients go six.",
  },
  {
    q: "Is it safe?",
    a: "Perfectly. It has been used for decades and stays exactly where it is put. We do not treat anyone who is pregnant or has a neuromuscular disease.",
  },
  {
    q: "Do you treat sweating or jaw clenching?",
    a: "Yes, it is approved for both.",
  },
  { q: "How many units will I need?", a: "Twenty for the frown, ten for the forehead, twelve for the eyes." },
  { q: "Will I look frozen?", a: "Never. You will look rested, not done." },
];

export default function Relaxers() {
  return (
    <article>
      <h1>{copy.title}</h1>
      <p className="strap">{copy.strap}</p>
      <p>{copy.intro}</p>
      <p>{copy.injector}</p>
      <PriceRow name="Per unit" value="$13" />
      <PriceRow name="First-timers, this week only" value="$9" />
      <Faq items={faqs} />
      <p className="quote">“My sister asked who did my facelift.”</p>
      <p className="fine">Voted best med spa three years running. Consultations cost $40, credited to treatment.</p>
    </article>
  );
}
