import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "@/components/ui/accordion";

export function FAQ() {
  const faqs = [
    {
      q: "What is shockwave therapy?",
      a: "A hand-held device sends acoustic pulses into the tissue around a sore tendon. It was first used in a stronger form to break up kidney stones. In our rooms it is used for heel pain, tennis elbow and calcific shoulder.",
    },
    {
      q: "Does it work?",
      a: "For long-standing plantar heel pain, trials have been mixed: some people improve more than with a sham device, others do not. We suggest it only after loading exercises have been given a fair try for about twelve weeks.",
    },
    {
      q: "How many visits will I need?",
      a: "Most plans are between three and five visits, a week apart. If nothing has shifted after the third we stop and look again at the diagnosis.",
    },
    {
      q: "Does it hurt?",
      a: "It can. The pulses are uncomfortable over a sore spot, and we turn the intensity down when you ask. Soreness and bruising for a day or two are common.",
    },
    {
      q: "Who should not have it?",
      a: "People who are pregnant, take anticoagulants, have a clotting disorder, or have a tumour or infection in the area. We also avoid growth plates in teenagers.",
    },
    {
      q: "Can I run afterwards?",
      a: "Leave impact sport alone for 48 hours. Walking is fine, and most patients return to work the same day.",
    },
    {
      q: "Why choose your practice?",
      a: "Every session is given by a registered physiotherapist, not an assistant. Our team has unrivalled experience with tendon pain, and we are happy to tell you when an insole or a rest would do just as well.",
    },
  ];

  return (
    <section id="faq" className="py-24 bg-white">
      <div className="max-w-3xl mx-auto px-6">
        <h2 className="font-display text-4xl mb-10">Shockwave therapy: your questions</h2>
        <Accordion type="single" collapsible>
          {faqs.map((f, i) => (
            <AccordionItem key={i} value={`item-${i}`}>
              <AccordionTrigger>{f.q}</AccordionTrigger>
              <AccordionContent>{f.a}</AccordionContent>
            </AccordionItem>
          ))}
        </Accordion>
        <p className="mt-8 text-sm">
          This page is general information. See your GP or one of our physiotherapists for a diagnosis before you start treatment.
        </p>
      </div>
    </section>
  );
}
