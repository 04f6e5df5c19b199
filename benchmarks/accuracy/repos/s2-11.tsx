import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "components/ui/accordion";

const items = [
  ["Is CBT-I the same as sleep hygiene?", "No. Sleep hygiene is a list of habits. Cognitive behavioural therapy for insomnia is a structured course with a sleep diary, a set window of time in bed, and work on the thoughts that keep you awake."],
  ["How soon might I sleep better?", "The first two weeks are often harder, because time in bed is cut. Many people notice a change around week three or four. Some do not, and then we look for apnoea, restless legs or another cause."],
  ["Is it better than sleeping tablets?", "Guidelines from the American College of Physicians (Qaseem et al., 2016, doi:10.7326/M15-2175) recommend CBT-I as the first treatment for chronic insomnia in adults. Tablets can still have a place for a short time."],
  ["Can I stop my tablets?", "Only with the person who prescribes them. Stopping a benzodiazepine or a Z-drug at once can cause rebound insomnia, anxiety and, rarely, seizures."],
  ["Who should not restrict sleep?", "People with epilepsy, bipolar disorder or a job behind the wheel need a gentler form. Tell us before the first session."],
  ["What does it cost?", "Six sessions of 50 minutes cost $960. We give an itemised receipt for your insurer."],
  ["Do you offer it online?", "Yes, by video in Oregon and Idaho. You need a quiet room and somewhere to keep the diary."],
];

export default function InsomniaFaq() {
  return (
    <section className="max-w-3xl mx-auto py-20">
      <h1 className="text-4xl font-light">Insomnia therapy, in plain words</h1>
      <p>Written by our psychologists for people who are considering a course at Quiet Harbor Sleep.</p>
      <Accordion type="multiple">
        {items.map(([q, a], i) => (
          <AccordionItem key={i} value={String(i)}>
            <AccordionTrigger>{q}</AccordionTrigger>
            <AccordionContent>{a}</AccordionContent>
          </AccordionItem>
        ))}
      </Accordion>
      <p className="text-sm mt-8">Loud snoring or pauses in breathing? Talk to your doctor about a sleep study first.</p>
    </section>
  );
}
