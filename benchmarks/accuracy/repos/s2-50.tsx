import { PageLayout } from "@/components/PageLayout";
import { Reveal } from "@/components/Reveal";
import { Card } from "@/components/Card";

export default function Safety() {
  return (
    <PageLayout
      seoTitle="Safety — Birchline Ketamine Clinic"
      seoDescription="How infusions are monitored at Birchline, who should not have ketamine, and what the risks are."
      eyebrow="Safety"
      title={<>What we watch, <em>and why</em></>}
      lede="Ketamine is approved by the FDA as an anesthetic. Its use for depression, PTSD and pain is off-label, which means that the FDA has not reviewed it for these purposes."
    >
      <Reveal>
        <Card title="Before">
          A psychiatrist reads your records and talks with you for an hour. We take an ECG if you are over 50 or have a heart condition, and a urine drug screen from everyone.
        </Card>
        <Card title="During">
          Pulse, oxygen and blood pressure are measured every ten minutes. An anesthesiologist is in the building. About one patient in eight needs a medicine for nausea or blood pressure.
        </Card>
        <Card title="After">
          You rest until you can walk steadily and know where you are. No driving, no contracts, no child to look after alone until the next day.
        </Card>
      </Reveal>
      <Reveal>
        <h2>Known risks</h2>
        <ul>
          <li>Dissociation, which some find frightening</li>
          <li>Raised blood pressure and heart rate</li>
          <li>Nausea, blurred vision, headache</li>
          <li>Bladder inflammation with frequent or long use</li>
          <li>Misuse and dependence. Ketamine is a Schedule III drug, and craving has been described in patients</li>
        </ul>
        <p>When given by people who know what they are doing, ketamine has an excellent safety record. That does not make it harmless.</p>
        <h2>Who should not have it</h2>
        <p>People with uncontrolled blood pressure, psychosis, a recent heart attack or stroke, active substance use disorder, or pregnancy. If in doubt, we write to your doctor.</p>
        <h2>What we do not know</h2>
        <p>How long people can safely go on with repeated infusions. Most studies followed patients for weeks, not years. Relapse within a month of the last infusion is common.</p>
      </Reveal>
    </PageLayout>
  );
}
