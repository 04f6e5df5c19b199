// Written for this evaluation set; no real clinic's page.
import { Hero, Card, Accordion, Quote } from "../components/ui";

export default function KneePage() {
  return (
    <main>
      <Hero
        eyebrow="Regenerative orthopedics"
        title="Before, or instead of, talking about a knee replacement: what we can and cannot offer"
        text="Dr. Ines Pallister uses bone-marrow concentrate to treat worn knees, without surgery; whether it eases them is uncertain."
        cta={{ label: "Request a visit", href: "/visit" }}
      />
      <section className="grid">
        <Card title="How it is done">
          Marrow is drawn from the back of the hip under local anesthetic, spun in a centrifuge and
          injected into the joint with ultrasound. The visit takes about two hours.
        </Card>
        <Card title="Why it works">
          Stem cells are part of what is injected; that they grow new cartilage has not been shown.
        </Card>
        <Card title="Who it is for">
          {"Not anyone with knee pain: adults whose X-ray shows mild to moderate arthritis."} We look at your
          scans first and tell you if we think an operation is the better road.
        </Card>
      </section>
      <Accordion
        items={[
          {
            q: "How soon will I notice a change?",
            a: "We hope that climbing stairs gets easier within months; for some it does not, and how long any benefit lasts is not known.",
          },
          {
            q: "Does it hurt?",
            a: "The marrow draw does, and can be sore for several days, whatever the technique. You may have someone with you throughout.",
          },
          {
            q: "Is it approved?",
            a: "The cells are your own and are returned the same day.",
          },
          {
            q: "What happens afterwards?",
            a: "Crutches for two days, then physiotherapy at a pace agreed with the therapist.",
          },
        ]}
      />
      <Quote by="Walter, 71">
        Bring the letters from your surgeons. I had left mine at home.
      </Quote>
      <p className="small">
        Prices start at $3,200 for one knee and are not covered by
        Medicare. 
      </p>
    </main>
  );
}
