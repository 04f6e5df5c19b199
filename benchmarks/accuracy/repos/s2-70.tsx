import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "@/components/ui/accordion";
import { Reveal } from "@/components/Reveal";
import { SITE } from "@/lib/site";

const faqs = [
  { q: "How does hypnotherapy stop smoking?", a: "In a relaxed state your subconscious lets go of the habit. You stay aware and in control, and remember what was said." },
  { q: "How many sessions?", a: "One is all it takes. If you slip within six months, come back at no charge." },
  { q: "What is your success rate?", a: "Over 90% of clients walk out as non-smokers." },
  { q: "Will I put on weight or get cravings?", a: "No cravings, no weight gain, no bad temper. A glass of water and a walk help in the first days." },
  { q: "Is it better than patches?", a: "Patches keep you hooked on nicotine; hypnosis sets you free." },
  { q: "Can everyone be hypnotised?", a: "Most people to some extent. Wanting to stop matters more. We do not work with people who have psychosis, and we ask about epilepsy." },
  { q: "What else do you help with?", a: "Fear of flying, exam nerves, nail biting. Phobias dissolve in two or three visits." },
];

export default function StopSmoking() {
  return (
    <main>
      <section className="py-20 text-center">
        <h1 className="text-5xl">Stop smoking in 90 minutes in {SITE.town}</h1>
        <p>Think of your children. Think of the money. A session costs $375, about what a pack-a-day smoker spends in six weeks.</p>
        <a href={SITE.booking}>Pick a date</a>
      </section>
      <section className="max-w-3xl mx-auto">
        <Reveal><h2>Questions</h2></Reveal>
        <Accordion type="single" collapsible>
          {faqs.map((f, i) => (
            <AccordionItem key={i} value={`s${i}`}>
              <AccordionTrigger>{f.q}</AccordionTrigger>
              <AccordionContent>{f.a}</AccordionContent>
            </AccordionItem>
          ))}
        </Accordion>
      </section>
      <section className="max-w-3xl mx-auto py-16">
        <h2>About Corin</h2>
        <p>Corin Hallam smoked for eighteen years and has been a hypnotherapist for twelve. The room is quiet, the chair leans back, and the cat stays outside. "I left my lighter on his desk and never looked back." — Petra, postwoman</p>
        <p>Parking behind the chemist&apos;s. Please come without having drunk alcohol.</p>
      </section>
    </main>
  );
}
