// Written for this evaluation set; no real clinic's page.
import { Container, Heading, Text, FeatureList, CTA } from "@/components/ui";

export const metadata = {
  title: "Medication-Assisted Treatment | New Harbor Recovery",
  description:
    "Medication-assisted treatment for opioid addiction in a caring, outpatient setting.",
};

const features = [
  { title: "Individualized Plans", body: "Every patient receives an assessment and a treatment plan." },
  { title: "Counseling", body: "Individual and group sessions are part of the program." },
  { title: "Support From the Start", body: "Suboxone can reduce cravings and withdrawal. Finding the right dose may take several days." },
  { title: "Flexible Scheduling", body: "Early morning and evening visits are available." },
];

export default function MATPage() {
  return (
    <Container>
      <Heading level={1}>Medication-Assisted Treatment</Heading>
      <Text>
        Addiction is a chronic disease, not a moral failing. At New Harbor, our providers combine medication with
        counseling and peer support.
      </Text>
      <FeatureList items={features} />
      <Heading level={2}>Is Suboxone safe?</Heading>
      <Text>
        Suboxone is FDA approved for opioid dependence. Side effects include constipation, nausea, headache and sweating. Taking it with alcohol or
        sedatives can be dangerous. {"The naloxone is there to discourage misuse, which still occurs."}
      </Text>
      <Heading level={2}>Will I be trading one addiction for another?</Heading>
      <Text>
        Your body will become dependent on it, and stopping suddenly causes withdrawal. When you are ready to stop, your provider lowers the dose slowly.
      </Text>
      <Heading level={2}>What our patients say</Heading>
      <Text>We ask patients for feedback every six months. Recovery looks different for everyone.</Text>
      <CTA
        title="Talk to us"
        text="Call for an appointment; if you are in danger, call 911."
      />
    </Container>
  );
}
