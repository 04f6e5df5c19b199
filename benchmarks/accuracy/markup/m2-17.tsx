// Written for this evaluation set; no real clinic's page.
import Link from "next/link";
import type { Metadata } from "next";
import FeatureRow from "@/components/FeatureRow";

export const metadata: Metadata = {
  title: "Allergy drops by mail | Pollenport",
  description: "Sublingual immunotherapy without the shots, shipped every 90 days.",
};

const features = [
  {
    title: "Test at the kitchen table",
    text: "A finger-prick kit looks for IgE to 40 triggers. A positive result shows sensitisation, which is not the same as allergy; an allergist reads it with your history.",
  },
  {
    title: "Drops under the tongue",
    text: "Two drops a day teach your immune system manners. Start in February, picnic in May.",
  },
  {
    title: "No waiting room",
    text: "Shots mean 30 minutes of observation every week. Drops are so gentle that you can take them between brushing and coffee.",
  },
  {
    title: "Kids too",
    text: "From age two. They taste of nothing much.",
  },
];

export default function Page() {
  return (
    <main>
      <h1>Make peace with the cat</h1>
      <p className="lede">
        Antihistamines only put a lid on it. We take the pot off the stove.
      </p>
      {features.map((f, i) => (
        <FeatureRow key={f.title} flip={i % 2 === 1} {...f} />
      ))}
      <section>
        <h2>Honest answers</h2>
        <p>The FDA has approved four tablets, for grass, ragweed and dust mite. Mixed drops like ours are made from extracts approved for injection and are used off-label under the tongue.</p>
        <p>Itching of the mouth is common. Severe allergic reactions are possible, so we prescribe an epinephrine pen, and people with uncontrolled asthma cannot take part.</p>
        <p>Three to five years is the usual course.</p>
        <p>When you are done, you are done: the tolerance is yours for life.</p>
      </section>
      <figure>
        <blockquote>My son slept at a house with two dogs. Two!</blockquote>
        <figcaption>Mother of Theo, 8</figcaption>
      </figure>
      <Link href="/quiz">Take the five-question quiz</Link>
    </main>
  );
}
