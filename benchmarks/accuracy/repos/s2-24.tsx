import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "@/components/ui/accordion";

export const spravatoFaq = [
  {
    question: "What is Spravato?",
    answer: "Spravato is esketamine in a nasal spray. The FDA approved it for adults with treatment-resistant depression and for depressive symptoms in adults with major depression and acute suicidal thoughts. It has not been shown to prevent suicide.",
  },
  {
    question: "Can I take it home?",
    answer: "No. It is given only in certified clinics under a safety program. You stay for at least two hours while we check blood pressure and alertness, and somebody else drives you home.",
  },
  {
    question: "What will I feel?",
    answer: "Dissociation, dizziness, nausea and sleepiness are common in the first hour or so. Blood pressure can rise. Some people find the feeling of being apart from themselves unpleasant.",
  },
  {
    question: "When would I notice a change?",
    answer: "In trials some people felt better within a day, others only after weeks, and a good part not at all. Many of our patients notice a lift after the second visit.",
  },
  {
    question: "Is there a risk of misuse?",
    answer: "Yes. Esketamine is a Schedule III drug and can be misused. We ask about substance use before and during treatment.",
  },
  {
    question: "Who cannot have it?",
    answer: "People with an aneurysm, an arteriovenous malformation or a past bleed in the brain. We also advise against it in pregnancy.",
  },
  {
    question: "Does insurance pay?",
    answer: "Often, after prior authorisation. You may pay a copay for the drug and another for the observation.",
  },
];

export function SpravatoFAQ() {
  return (
    <section className="py-24">
      <h2 className="text-4xl">Spravato: what patients ask us</h2>
      <Accordion type="single" collapsible>
        {spravatoFaq.map((f, i) => (
          <AccordionItem key={f.question} value={`q${i}`}>
            <AccordionTrigger>{f.question}</AccordionTrigger>
            <AccordionContent>{f.answer}</AccordionContent>
          </AccordionItem>
        ))}
      </Accordion>
      <p>If you are thinking of suicide, call or text 988. For anything else, ask your psychiatrist or our team.</p>
    </section>
  );
}
