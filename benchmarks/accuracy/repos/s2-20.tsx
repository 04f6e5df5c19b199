import { Reveal } from "./Reveal";
import { AssessmentDialog } from "./AssessmentDialog";
import { KeyRound, MessageSquare, Pill } from "lucide-react";

const options = [
  { icon: Pill, title: "Buprenorphine", body: "A partial opioid agonist, taken under the tongue or as a monthly injection. It eases withdrawal and craving. It can itself cause dependence, and stopping it should be slow and planned." },
  { icon: KeyRound, title: "Naltrexone", body: "Blocks opioid receptors, and is also approved for alcohol use disorder. You must be free of opioids for 7 to 14 days first. Liver tests are taken before and during treatment." },
  { icon: MessageSquare, title: "Counselling", body: "One to one or in a group of eight. Some people come weekly, some once a month; nobody is turned away from medication for missing a group." },
];

export function Recovery() {
  return (
    <section className="py-24 bg-stone-100">
      <div className="max-w-6xl mx-auto px-6">
        <Reveal>
          <h1 className="text-5xl font-light">Treatment for opioid and alcohol use</h1>
          <p className="text-lg mt-4">
            Opioid use disorder is a long-term condition. Medication lowers the risk of dying from an overdose (Sordo et al., BMJ 2017;357:j1550), and relapse is common enough that we plan for it with you.
          </p>
        </Reveal>
        <div className="grid md:grid-cols-3 gap-6 mt-12">
          {options.map((o) => (
            <Reveal key={o.title} className="bg-white p-8 rounded-2xl">
              <o.icon size={22} />
              <h3>{o.title}</h3>
              <p>{o.body}</p>
            </Reveal>
          ))}
        </div>
        <Reveal className="mt-12">
          <h2>How to start</h2>
          <p>Walk in between 8 and 11 on weekdays, or call. The first visit takes two hours: a nurse, a prescriber and, if you want, a peer worker who has been there.</p>
          <p>You do not have to be clean to come. Whether you get a prescription on the first day depends on your last use and on the examination; taken too early, buprenorphine can bring on sudden withdrawal.</p>
          <p>Mixing these medicines with benzodiazepines or alcohol can be fatal. Tell us and your doctor everything you take.</p>
          <p><em>Recovery starts with one call.</em></p>
          <AssessmentDialog><button>Ask a nurse</button></AssessmentDialog>
        </Reveal>
      </div>
    </section>
  );
}
