import { Button } from "components/ui/button";
import { Check } from "lucide-react";

const tiers = [
  {
    name: "Starter",
    price: 179,
    perks: ["Compounded semaglutide", "Online form, no video call", "Free overnight delivery"],
  },
  {
    name: "Accelerate",
    price: 299,
    perks: ["Compounded tirzepatide", "Coach by text", "Lose up to 20 lb in your first 8 weeks"],
    flag: "Most loved",
  },
  {
    name: "Forever",
    price: 449,
    perks: ["Either medicine, any dose", "Quarterly labs", "Keep the weight off for good"],
  },
];

export default function WeightPlans() {
  return (
    <section className="py-20 text-center">
      <h2 className="text-4xl">Pick your plan. Change your life.</h2>
      <p className="max-w-2xl mx-auto">
        GLP-1 medicines slow the stomach and act on appetite centres in the brain. Clinically proven to work for 9 out of 10 people. Same active ingredient as the FDA-approved brands, at a price you can live with.
      </p>
      <div className="grid md:grid-cols-3 gap-6 mt-12">
        {tiers.map((t) => (
          <div key={t.name} className="rounded-3xl border p-8 text-left">
            {t.flag && <span>{t.flag}</span>}
            <h3>{t.name}</h3>
            <div>${t.price}<small>/month</small></div>
            <ul>{t.perks.map((p) => <li key={p}><Check size={16} /> {p}</li>)}</ul>
            <Button>Choose {t.name}</Button>
          </div>
        ))}
      </div>
      <p className="mt-10 text-sm">
        Compounded medicines are not reviewed by the FDA for safety, effectiveness or quality. Cancel at any time before the next shipment.
      </p>
      <div className="mt-16 max-w-2xl mx-auto text-left">
        <h3>Will I feel sick?</h3>
        <p>Side effects are mild and pass in a few days. Start low, eat small meals, and skip fried food on injection day.</p>
        <h3>What about exercise?</h3>
        <p>You will lose weight even if you never set foot in a gym, though strength training helps to keep muscle.</p>
      </div>
      <p>Only 40 places left at this price.</p>
    </section>
  );
}
