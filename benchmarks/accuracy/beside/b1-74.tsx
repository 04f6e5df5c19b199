// Written for this evaluation set; no real clinic's page.
import { Check } from "lucide-react";
import { money } from "@/lib/money";
import type { Plan } from "@/lib/types";

const plans: Plan[] = [
  {
    id: "trt-basic",
    name: "Basic",
    monthly: 129,
    bullets: ["Baseline labs", "One video visit a quarter", "Nurse chat on weekdays"],
  },
  {
    id: "trt-plus",
    name: "Plus",
    monthly: 189,
    best: true,
    bullets: [
      "Everything in Basic",
      "Testosterone shipped to your door, no clinic visit ever",
      "Feel ten years younger within weeks",
    ],
  },
  {
    id: "trt-family",
    name: "Couples",
    monthly: 299,
    bullets: ["Two accounts", "Shared billing"],
  },
];

export default function Plans() {
  return (
    <section aria-labelledby="plans-h">
      <h2 id="plans-h">Plans</h2>
      <div className="grid gap-6 md:grid-cols-3">
        {plans.map((p) => (
          <article key={p.id} className={p.best ? "ring-2 ring-amber-500" : ""}>
            <h3>{p.name}</h3>
            <p>
              {money(p.monthly)} <small>/ month, cancel in settings</small>
            </p>
            <ul>
              {p.bullets.map((b) => (
                <li key={b}>
                  <Check aria-hidden size={14} /> {b}
                </li>
              ))}
            </ul>
          </article>
        ))}
      </div>
      <p className="text-sm">Not available in AL, AR, LA. Ages 21+.</p>
    </section>
  );
}
