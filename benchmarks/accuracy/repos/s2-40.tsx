import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "@/components/ui/accordion";

const groups = [
  {
    heading: "The medicine",
    qs: [
      { q: "Which medicines do you prescribe?", a: "Semaglutide and tirzepatide in the brands that are approved for chronic weight management, for adults who meet the label: a BMI of 30, or 27 with a weight-related condition." },
      { q: "How much weight might I lose?", a: "In the STEP 1 trial (Wilding et al., NEJM 2021, doi:10.1056/NEJMoa2032183) people on semaglutide lost on average 14.9% of body weight in 68 weeks, and those on placebo 2.4%. Yours may be more or less." },
      { q: "What happens when I stop?", a: "Most people regain a good part of the weight. We talk about that before the first dose, not after the last." },
    ],
  },
  {
    heading: "Side effects",
    qs: [
      { q: "Will I be sick?", a: "Nausea, vomiting, diarrhoea and constipation are common while the dose goes up. Some people stop because of them." },
      { q: "Are there serious risks?", a: "Pancreatitis, gallstones, kidney injury through dehydration. Do not take these medicines if you or a close relative had medullary thyroid cancer or MEN 2, or while pregnant." },
    ],
  },
  {
    heading: "The program",
    qs: [
      { q: "Who will I see?", a: "Dr. Amrit Nolan or a nurse practitioner every month, and a dietitian four times in the first half year. You could not be in more capable hands." },
      { q: "Is the medicine included in the fee?", a: "No. The fee is $110 a month. The pharmacy charges your plan or you." },
      { q: "Do you use compounded versions?", a: "No, as they are not reviewed by the FDA and the shortage that once allowed them is over." },
    ],
  },
];

export default function WeightFAQ() {
  return (
    <main className="max-w-3xl mx-auto py-20">
      <h1>Weight clinic: questions and answers</h1>
      {groups.map((g) => (
        <section key={g.heading}>
          <h2>{g.heading}</h2>
          <Accordion type="single" collapsible>
            {g.qs.map((x, i) => (
              <AccordionItem key={i} value={`${g.heading}-${i}`}>
                <AccordionTrigger>{x.q}</AccordionTrigger>
                <AccordionContent>{x.a}</AccordionContent>
              </AccordionItem>
            ))}
          </Accordion>
        </section>
      ))}
      <p>Check with your own doctor before you begin, above all if you take insulin or a sulfonylurea.</p>
    </main>
  );
}
