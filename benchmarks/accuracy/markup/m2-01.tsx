// Written for this evaluation set; no real clinic's page.
import { Sparkles, Sun, Waves } from "lucide-react";
import ServiceCard from "@/components/ServiceCard";

const treatments = [
  {
    icon: Sparkles,
    title: "RF microneedling",
    description:
      "Fine needles and radiofrequency heat reach the dermis, where the skin answers with new collagen over the following months.",
    bullets: [
      "One visit does the work of a facelift",
      "Redness and swelling for two to four days is usual",
      "Back at your desk the same afternoon, nobody the wiser",
    ],
  },
  {
    icon: Sun,
    title: "IPL photofacial",
    description:
      "Broad-spectrum light is absorbed by pigment and by haemoglobin. Brown spots darken, then flake. Once they are gone they stay gone.",
    bullets: [
      "Not offered on tanned or very dark skin, because burns and pigment change can follow",
      "Usually booked as a series, four weeks apart",
    ],
  },
  {
    icon: Waves,
    title: "Ultrasound lifting",
    description:
      "Focused ultrasound warms small points below the skin. The device is cleared for lifting the brow, chin and neck.",
    bullets: [
      "You may feel brief heat or tingling",
      "Turns the clock back on tired tissue",
    ],
  },
];

export default function TreatmentGrid() {
  return (
    <section id="treatments" className="mx-auto max-w-6xl py-20">
      <h2 className="font-serif text-4xl">Skin that forgets its birthday</h2>
      <p className="mt-3 text-stone-600">
        Larkmoor Skin Studio is run by two nurse injectors under the direction of a dermatologist.
        Every new client has a skin assessment first, and we turn people away when a treatment is wrong for them.
      </p>
      <div className="grid gap-6 md:grid-cols-3">
        {treatments.map((t) => (
          <ServiceCard key={t.title} {...t} />
        ))}
      </div>
      <aside className="mt-12 rounded-xl bg-rose-50 p-6">
        <p>The three women in our window photos are clients, and that is exactly what six weeks did for them.</p>
        <a href="/book" className="btn">Book an assessment</a>
        <p className="text-sm">Summer list closes Friday: two areas for the price of one.</p>
      </aside>
    </section>
  );
}
