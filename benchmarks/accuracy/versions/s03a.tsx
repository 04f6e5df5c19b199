// Written for this evaluation set; no real clinic's page.
import { Hero, Card, Accordion, Quote } from "../components/ui";

export default function KneePage() {
  return (
    <main>
      <Hero
        eyebrow="Regenerative orthopedics"
        title="Skip the knee replacement"
        text="Dr. Ines Pallister uses the most advanced bone-marrow concentrate to treat worn knees, without surgery and without downtime."
        cta={{ label: "Request a visit", href: "/visit" }}
      />
      <section className="grid">
        <Card title="How it is done">
          Marrow is drawn from the back of the hip under local anesthetic, spun in a centrifuge and
          injected into the joint with ultrasound. The visit takes about two hours.
        </Card>
        <Card title="Why it works">
          Stem cells home in on the damage and grow new cartilage.
        </Card>
        <Card title="Who it is for">
          {"Anyone with knee pain, whatever the age or X-ray."} We look at your
          scans first and tell you if we think an operation is the better road.
        </Card>
      </section>
      <Accordion
        items={[
          {
            q: "How soon will I notice a change?",
            a: "Most patients are climbing stairs comfortably inside three weeks, and the benefit lasts for years.",
          },
          {
            q: "Does it hurt?",
            a: "Hardly at all, thanks to our gentle technique. You may have someone with you throughout.",
          },
          {
            q: "Is it approved?",
            a: "Because the cells are your own, no approval is needed and nothing can be rejected.",
          },
          {
            q: "What happens afterwards?",
            a: "Crutches for two days, then physiotherapy at a pace agreed with the therapist.",
          },
        ]}
      />
      <Quote by="Walter, 71">
        Two surgeons told me to replace it. I’m back on the tennis court.
      </Quote>
      <p className="small">
        Research from leading universities backs what we do. Prices start at $3,200 for one knee and are not covered by
        Medicare. Every month you wait, more cartilage is lost.
      </p>
    </main>
  );
}
