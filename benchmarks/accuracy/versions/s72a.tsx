/* Written for this evaluation set; no real clinic's page. */
import { SEO } from "@/components/SEO";
import { Hero, TwoColumn, IconGrid, FAQSection, ReviewSlider } from "@/sections";

export default function PeptideTherapy() {
  return (
    <>
      <SEO title="Hormone Optimization | Apex Longevity" description="Look and feel 20 years younger with hormone optimization at Apex Longevity Clinic." />
      <Hero
        heading="Optimize your hormones. Optimize your life."
        body="Our proprietary protocols help men and women restore youthful vitality."
        button={{ label: "Request an appointment", to: "/appointments" }}
      />
      <TwoColumn
        left="Hormone levels change over time, and symptoms such as fatigue, weight gain and low mood have many causes."
        right="In most cases, hormones are to blame."
      />
      <IconGrid
        items={[
          { title: "Energy", body: "Wake up refreshed and energized every day." },
          { title: "Strength", body: "Build muscle and burn fat effortlessly." },
          { title: "Protection", body: "Lower your risk of heart disease, diabetes and Alzheimer's." },
          { title: "Monitoring", body: "Labs are repeated at six weeks and every six months." },
        ]}
      />
      <FAQSection
        items={[
          { q: "Are bioidentical hormones safe?", a: "Yes, they are identical to the hormones your body makes, so side effects are rare. Your clinician reviews your personal and family history." },
          { q: "Are they FDA approved?", a: "They are prepared by an FDA-inspected pharmacy." },
          { q: "How fast will I feel better?", a: "Many patients feel a difference within days." },
          { q: "Can I do everything online?", a: "Yes. Labs, prescription and delivery, all without leaving home." },
        ]}
      />
      <ReviewSlider items={["I'm 55 and feel 30! My doctor can't believe my labs. - Steve"]} />
      <p className="disclaimer">Apex Longevity Clinic, Suite 400. The most trusted name in age management.</p>
    </>
  );
}
