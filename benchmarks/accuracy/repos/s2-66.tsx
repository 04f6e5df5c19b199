import { PageLayout } from "@/components/PageLayout";
import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "@/components/ui/accordion";

const faqs = [
  { q: "Will isotretinoin cure my acne?", a: "It clears acne for many people, and in some of them for good. Between a fifth and a half need another treatment later. It is approved for severe nodular acne." },
  { q: "Why so many blood tests and forms?", a: "It causes severe birth defects. Everyone in the United States who takes it is enrolled in the iPLEDGE program, and people who can become pregnant need tests every month." },
  { q: "What will my skin be like?", a: "Dry. Lips crack, nosebleeds happen, and acne may flare in the first month. Carry lip balm." },
  { q: "Does it affect mood?", a: "Depression has been reported. Large studies have not settled whether the drug is to blame. Tell us and someone at home if your mood drops." },
  { q: "Is there anything else?", a: "Spironolactone for women, antibiotics for a few months, creams with a retinoid or benzoyl peroxide. Light and laser are additions; blue light calms breakouts nicely but seldom does the work alone." },
  { q: "What about diet?", a: "Whey protein and high-sugar food seem to make acne worse in some people. Nobody needs a detox." },
  { q: "And the scars?", a: "We wait at least six months after isotretinoin before peels or ablative laser. Scars can be softened, not erased." },
];

export default function AcneFaq() {
  return (
    <PageLayout
      seoTitle="Acne treatment FAQ — Sixpenny Dermatology"
      seoDescription="What to expect from isotretinoin, spironolactone, creams and light treatments for acne. Plain answers from dermatologists in Sixpenny Cross."
      eyebrow="Acne"
      title={<>Acne, <em>answered</em></>}
      lede="Half of our acne patients are over 25. You have not done anything wrong."
    >
      <Accordion type="single" collapsible>
        {faqs.map((f, i) => (
          <AccordionItem key={i} value={`a${i}`}>
            <AccordionTrigger>{f.q}</AccordionTrigger>
            <AccordionContent>{f.a}</AccordionContent>
          </AccordionItem>
        ))}
      </Accordion>
      <p>General information only; your dermatologist decides with you. Teenagers come with a parent to the first visit.</p>
      <p>Visits are $150 without insurance. Clear skin starts here.</p>
    </PageLayout>
  );
}
