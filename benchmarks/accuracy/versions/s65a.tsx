// Written for this evaluation set; no real clinic's page.
import { Container, Heading, Text, FeatureList, CTA } from "@/components/ui";

export const metadata = {
  title: "Medication-Assisted Treatment | New Harbor Recovery",
  description:
    "Proven medication-assisted treatment for opioid addiction in a caring, outpatient setting.",
};

const features = [
  { title: "Individualized Plans", body: "Every patient receives an assessment and a treatment plan." },
  { title: "Counseling", body: "Individual and group sessions are part of the program." },
  { title: "Fast Relief", body: "Suboxone eliminates cravings and withdrawal, often within an hour." },
  { title: "Flexible Scheduling", body: "Early morning and evening visits are available." },
];

export default function MATPage() {
  return (
    <Container>
      <Heading level={1}>Medication-Assisted Treatment</Heading>
      <Text>
        Addiction is a chronic disease, not a moral failing. At New Harbor, our providers combine medication with
        counseling for the highest success rates in the region.
      </Text>
      <FeatureList items={features} />
      <Heading level={2}>Is Suboxone safe?</Heading>
      <Text>
        Suboxone is a very safe medication with few side effects. Taking it with alcohol or
        sedatives can be dangerous. {"Because of the naloxone, it cannot be abused."}
      </Text>
      <Heading level={2}>Will I be trading one addiction for another?</Heading>
      <Text>
        Absolutely not. When you are ready to stop, you simply stop.
      </Text>
      <Heading level={2}>What our patients say</Heading>
      <Text>&ldquo;New Harbor saved my life. I've been clean ever since my first visit.&rdquo;</Text>
      <CTA
        title="Don't wait another day"
        text="Call now for a same-day prescription."
      />
    </Container>
  );
}
