import { PageLayout, Section } from "@/components/PageLayout";

const steps = [
  { q: "Who reads my form?", a: "A prescribing pharmacist reads every form, and a doctor reads those with a flag. No form is decided by software." },
  { q: "When will you ask me to fill it in again?", a: "Before every third supply, after any change in your health or medicines, and whenever twelve weeks have passed since your last weight." },
  { q: "What happens if I miss the re-screen?", a: "The supply stops. It is not sent until the form is complete and a clinician has spoken to you where needed." },
  { q: "Do you tell my GP?", a: "Yes. We write to your GP at the start, at each dose change and when you stop. If you do not agree to this we cannot prescribe." },
];

export default function Rescreening() {
  return (
    <PageLayout
      seoTitle="Re-screening rules for weight management prescriptions"
      seoDescription="How often we check that a GLP-1 medicine is still suitable for you, what stops a prescription and whom we tell."
      eyebrow="Prescribing rules"
      title="How we decide whether to prescribe again"
    >
      <Section heading="What we check each time">
        <ul className="list-disc pl-6">
          <li>Weight, measured at a pharmacy or by video with the scales in view</li>
          <li>New abdominal pain, vomiting, jaundice or gallstones</li>
          <li>Pregnancy, plans for pregnancy and contraception</li>
          <li>Low mood, thoughts of self-harm, or a past eating disorder that has come back</li>
          <li>Other medicines, in particular insulin and sulfonylureas</li>
        </ul>
      </Section>
      <Section heading="When we stop">
        <p>
          We stop if your BMI has fallen below 23, if you have lost less than 5% of your starting weight after six months
          on a tolerated dose, or if you have signs of pancreatitis. Some people regain weight after stopping; we will
          talk through what that may mean for you.
        </p>
        <p>
          We do not raise a dose on request. We do not send a replacement for a lost pen without a call.
          Same-day supply is not offered.
        </p>
      </Section>
      <Section heading="Questions">
        {steps.map((s) => (
          <details key={s.q}><summary>{s.q}</summary><p>{s.a}</p></details>
        ))}
      </Section>
      <p className="text-xs">If you feel unwell, call 111 or your GP. Report side effects to us and through the Yellow Card scheme.</p>
    </PageLayout>
  );
}
