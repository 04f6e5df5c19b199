import { PageLayout } from "@/components/PageLayout";

const phases = [
  { id: 1, name: "Remove", text: "Gluten, dairy, sugar and the toxins that keep you inflamed." },
  { id: 2, name: "Repair", text: "L-glutamine and zinc carnosine to heal a leaky gut." },
  { id: 3, name: "Replenish", text: "Probiotics chosen from your stool test, one capsule with breakfast." },
  { id: 4, name: "Rebalance", text: "Low-dose naltrexone to calm an overactive immune system." },
];

export default function Autoimmune() {
  return (
    <PageLayout
      seoTitle="Functional Medicine for Hashimoto's | Rootwell Clinic"
      seoDescription="Find the root cause of Hashimoto's, fatigue and brain fog at Rootwell. Reverse autoimmune disease in Tamarack Springs."
      eyebrow="Functional medicine"
      title={<>Your labs are &ldquo;normal&rdquo;. <em>You are not.</em></>}
      lede="Ten minutes with a rushed doctor is not enough. Our first visit is ninety minutes, and we read every page you bring."
    >
      <section>
        <h2>Four phases</h2>
        <ol>{phases.map((p) => <li key={p.id}><strong>{p.name}</strong> {p.text}</li>)}</ol>
      </section>
      <section>
        <h2>What changes</h2>
        <ul>
          <li>Antibodies come down</li>
          <li>Energy returns by week six</li>
          <li>Many members come off their medication</li>
          <li>A kitchen with fewer packets in it</li>
        </ul>
      </section>
      <section>
        <h2>What we ask of you</h2>
        <p>A food diary for seven days, a stool sample, and twelve tubes of blood, fasting. Some tests are not covered by insurance; the panel costs $890 out of pocket.</p>
        <p>Do not stop levothyroxine on your own. Low-dose naltrexone can cause vivid dreams, nausea and headache, and must not be combined with opioids.</p>
        <p>You have been dismissed for too long. Conventional medicine treats the symptom; we treat the person.</p>
      </section>
    </PageLayout>
  );
}
