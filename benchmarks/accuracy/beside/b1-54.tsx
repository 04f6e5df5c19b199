// Written for this evaluation set; no real clinic's page.
"use client";
import { useId, useState } from "react";

type QA = { q: string; a: string };

export const FAQ: QA[] = [
  {
    q: "How long is a CoolSculpt-style session?",
    a: "Plan on 35 to 75 minutes per area, plus check-in.",
  },
  {
    q: "Does it hurt?",
    a: "Not at all. Most people nap or answer e-mail.",
  },
  {
    q: "Will the fat come back?",
    a: "No. Once the fat cells are frozen they are gone for good.",
  },
  {
    q: "Who should not have it?",
    a: "Anyone with cryoglobulinemia, cold agglutinin disease or cold hemoglobinuria. Tell us about hernias and recent surgery.",
  },
  {
    q: "Can I pay over time?",
    a: "Yes, through two lenders. Ask for the rates in writing.",
  },
];

export function Faq({ items = FAQ }: { items?: QA[] }) {
  const [open, setOpen] = useState<number | null>(null);
  const base = useId();
  return (
    <dl className="faq">
      {items.map(({ q, a }, i) => {
        const on = open === i;
        return (
          <div key={q} data-open={on}>
            <dt>
              <button aria-expanded={on} aria-controls={`${base}-${i}`} onClick={() => setOpen(on ? null : i)}>
                {q}
              </button>
            </dt>
            <dd id={`${base}-${i}`} hidden={!on}>{a}</dd>
          </div>
        );
      })}
    </dl>
  );
}
