import { Button } from "@/components/ui/button";
import { ArrowRight, Clock, Shield, Sparkles } from "lucide-react";

const stats = [
  { value: "91%", label: "report fuller hair at six months" },
  { value: "45 min", label: "Typical appointment" },
  { value: "1,200+", label: "Sessions since 2017" },
];

export function Hero() {
  return (
    <section className="relative pt-20 pb-28 bg-stone-50">
      <div className="max-w-6xl mx-auto px-6">
        <span className="uppercase tracking-widest text-xs">PRP Hair Restoration · Pinecrest Falls</span>
        <h1 className="text-5xl font-light mt-4">
          Regrow your own hair, <em>naturally</em>.
        </h1>
        <p className="mt-6 text-lg text-stone-600">
          Platelet-rich plasma is prepared from a small sample of your own blood and injected into the scalp.
          The growth factors wake up dormant follicles and thicken thinning areas without surgery or downtime.
        </p>
        <ul className="mt-8 space-y-2">
          <li><Sparkles /> Reduced shedding from the first month</li>
          <li><Clock /> In and out during a lunch break</li>
          <li><Shield /> Your own blood, so no risk of reaction</li>
        </ul>
        <Button size="lg" className="mt-8 rounded-full">
          Book a scalp assessment <ArrowRight size={18} />
        </Button>
        <p className="text-sm mt-4">Assessments take about 30 minutes and include a magnified photograph of the scalp.</p>
        <div className="grid grid-cols-3 gap-6 mt-14">
          {stats.map((s) => (
            <div key={s.label}>
              <div className="text-4xl">{s.value}</div>
              <div className="text-sm text-stone-500">{s.label}</div>
            </div>
          ))}
        </div>
        <p className="mt-10 text-xs text-stone-500">
          Before a first session we ask about blood thinners, platelet disorders and active scalp infection, because treatment is not suitable with these. Expect tender spots and a little swelling for two or three days. PRP preparation kits are cleared for mixing with bone graft material; use for hair loss is off-label.
        </p>
      </div>
    </section>
  );
}
