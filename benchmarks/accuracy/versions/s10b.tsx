/* Written for this evaluation set; no real clinic's page. */
import React from "react";
import { PriceRow } from "./PriceRow";
import { Faq } from "./Faq";

const copy = {
  title: "Wrinkle relaxers",
  strap: "Botox®, meant to soften lines for some months; how much differs",
  intro:
    "Botulinum toxin relaxes the muscles that crease the skin. It can soften frown lines, crow's feet and forehead lines for a few months.",
  injector:
    "Your injector is Priya Lomond, RN, who works under the medical director, Dr. Stellan Quaye. She has ten years of practice in dermatology.",
};

export const faqs = [
  { q: "How long is the appointment?", a: "Half an hour, including the photographs we take for your chart." },
  {
    q: "When does it start and how long does it last?",
    a: "A change usually shows somewhere between day three and day fourteen, and usually wears off after three to four months. ",
  },
  {
    q: "Is it safe?",
    a: "It has been used for decades, and no treatment is free of risk. Bruising, headache and a drooping lid are the usual problems; a boxed warning says that the effect can spread to swallowing and breathing. We do not treat anyone who is pregnant or has a neuromuscular disease.",
  },
  {
    q: "Do you treat sweating or jaw clenching?",
    a: "Yes. Botox is approved for severe underarm sweating when creams have not done enough; for the jaw it is off label.",
  },
  { q: "How many units will I need?", a: "That depends on the muscles of the frown, the forehead and the eyes, and is decided in the chair." },
  { q: "Will I look frozen?", a: "It can happen. We aim for rested, not done, and look again at two weeks; a stiff look wears off." },
];

export default function Relaxers() {
  return (
    <article>
      <h1>{copy.title}</h1>
      <p className="strap">{copy.strap}</p>
      <p>{copy.intro}</p>
      <p>{copy.injector}</p>
      <PriceRow name="Per unit" value="$13" />
      <PriceRow name="New clients" value="$13" />
      <Faq items={faqs} />
      <p className="quote">Bring a list of your medicines and supplements.</p>
      <p className="fine">Voted best med spa three years running. Consultations cost $40, credited to treatment.</p>
    </article>
  );
}
