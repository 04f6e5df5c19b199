import Link from "next/link";
import { FaqList } from "@/components/faq-list";

const questions = [
  { q: "What is in the Myers cocktail?", a: "Magnesium, calcium, B vitamins and vitamin C. It is a tried and tested remedy for fatigue, migraine and fibromyalgia." },
  { q: "How will I feel afterwards?", a: "Most guests feel a boost before the bag is empty. Others notice nothing much, and that is fine too." },
  { q: "How often should I come?", a: "For best results we recommend one drip a week for four weeks, then one a month." },
  { q: "Is it safe?", a: "Absolutely. Vitamins are water-soluble, so your body simply passes what it does not need." },
  { q: "Who puts the drip in?", a: "A registered nurse with at least three years in a hospital. She takes your blood pressure and goes through a health form." },
  { q: "Can I eat before?", a: "Please do. An empty stomach makes people lightheaded." },
  { q: "Do you come to offices?", a: "For groups of five or more within ten miles of Quarry Point. Teams of ten get two drips free." },
];

export default function DripFaqPage() {
  return (
    <main className="max-w-3xl mx-auto py-16">
      <h1>IV therapy FAQ</h1>
      <p>
        Quarry Point Hydration opened beside the climbing gym in 2020. There are six chairs, blankets, and a view of the harbour. We pour the purest drips in town, as one guest put it.
      </p>
      <FaqList items={questions} />
      <h2>Prices</h2>
      <ul>
        <li>Plain fluids, one litre: $110</li>
        <li>Myers cocktail: $165</li>
        <li>Add glutathione: $40, the master antioxidant that flushes toxins from the liver</li>
        <li>B12 shot: $25, for people with a proven deficiency or anybody who wants a quick lift</li>
      </ul>
      <p>We cannot treat you if you have kidney failure or heart failure, or are on dialysis, because of the fluid.</p>
      <Link href="/chairs">Reserve a chair</Link>
    </main>
  );
}
