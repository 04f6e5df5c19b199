/* Written for this evaluation set; no real clinic's page. */
import { SEO } from "@/components/SEO";
import { Hero, TwoColumn, IconGrid, FAQSection, ReviewSlider } from "@/sections";

export default function PeptideTherapy() {
  return (
    <>
      <SEO title="Hormone Optimization | Apex Longevity" description="Hormone testing and treatment at Apex Longevity Clinic." />
      <Hero
        heading="Hormone testing and treatment"
        body="Our clinicians test first, explain the results and discuss your options."
        button={{ label: "Request an appointment", to: "/appointments" }}
      />
      <TwoColumn
        left="Hormone levels change over time, and symptoms such as fatigue, weight gain and low mood have many causes."
        right="In some cases a hormone deficiency is one of them."
      />
      <IconGrid
        items={[
          { title: "Energy", body: "We look for other causes of tiredness too." },
          { title: "Strength", body: "Diet and exercise advice is part of every visit." },
          { title: "Protection", body: "Hormones are not prescribed to prevent heart disease, diabetes or Alzheimer's." },
          { title: "Monitoring", body: "Labs are repeated at six weeks and every six months." },
        ]}
      />
      <FAQSection
        items={[
          { q: "Are bioidentical hormones safe?", a: "They carry the same kinds of risk as other hormones, which may include blood clots, stroke, breast cancer and, in men, low sperm counts. Your clinician reviews your personal and family history." },
          { q: "Are they FDA approved?", a: "Some bioidentical hormones are FDA approved for specific conditions. Custom-compounded hormones are not, and anti-aging is not an approved use." },
          { q: "How fast will I feel better?", a: "It varies, and not everyone feels a difference." },
          { q: "Can I do everything online?", a: "No. A physical exam is part of the first visit." },
        ]}
      />
      <ReviewSlider items={["We are open Monday through Friday, and by appointment on Saturdays."]} />
      <p className="disclaimer">Apex Longevity Clinic, Suite 400. The most trusted name in age management.</p>
    </>
  );
}
