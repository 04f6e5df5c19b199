// Written for this evaluation set; no real clinic's page.
import { Hero, Steps, Card, Quote } from "@/blocks";

const steps = [
  "Complete the online intake form.",
  "Meet by video with a licensed provider, who decides whether treatment is appropriate.",
  "If it is prescribed, your medication is sent by a licensed pharmacy.",
];

const cards = [
  {
    title: "Tretinoin",
    text: "Tretinoin is a prescription cream. It is FDA approved for acne and, in one form, as an aid for fine wrinkles.",
  },
  {
    title: "Hydroquinone",
    text: "May lighten dark spots over some months, and is used for a limited time.",
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
        title="Skin care, prescribed online"
        text="Personalized prescription skin care from dermatology providers licensed in your state."
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
          Our formulas contain prescription ingredients and are compounded for you; compounded creams are not FDA approved.
        </p>
        <h2>Are there side effects?</h2>
        <p>Redness, peeling, burning and sun sensitivity are common. Do not use tretinoin if you are pregnant or trying to be. Start slowly and use sunscreen.</p>
        <h2>How should I use it?</h2>
        <p>Follow the directions on your label, and message your provider if your skin is irritated.</p>
        <h2>When will I see results?</h2>
        <p>It often takes three months or more, and not everyone sees a change.</p>
      </section>
      <Quote>You can pause or cancel your plan at any time in your account.</Quote>
      <p>Plans start at $28 a month.</p>
    </>
  );
}
