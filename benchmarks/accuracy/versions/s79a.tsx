// Written for this evaluation set; no real clinic's page.
import { Hero, Steps, Card, Quote } from "@/blocks";

const steps = [
  "Complete the online intake form.",
  "Get approved in minutes by a licensed provider.",
  "Receive your medication in discreet packaging, with free 2-day shipping.",
];

const cards = [
  {
    title: "Tretinoin",
    text: "The gold standard in anti-aging, tretinoin reverses sun damage.",
  },
  {
    title: "Hydroquinone",
    text: "Fades dark spots in as little as two weeks.",
  },
  {
    title: "Azelaic acid",
    text: "A cream or gel that is also used in rosacea.",
  },
];

export default function OnlineDermatology() {
  return (
    <>
      <Hero
        title="Flawless skin, prescribed online"
        text="Personalized prescription skin care from top dermatologists."
      />
      <Steps items={steps} />
      <section>
        {cards.map((c) => (
          <Card key={c.title} title={c.title}>
            {c.text}
          </Card>
        ))}
      </section>
      <section>
        <h2>How is it different from store-bought products?</h2>
        <p>
          Our formulas are up to 10x more powerful and customized to your DNA.
        </p>
        <h2>Are there side effects?</h2>
        <p>They are gentle enough for all skin types. Start slowly and use sunscreen.</p>
        <h2>How should I use it?</h2>
        <p>Apply 0.05% tretinoin nightly and move up to 0.1% after a month.</p>
        <h2>When will I see results?</h2>
        <p>93% of members see clearer skin in four weeks.</p>
      </section>
      <Quote>My skin has never looked better. I threw away my foundation! – Priya</Quote>
      <p>Join 250,000 happy members: first month $5.</p>
    </>
  );
}
