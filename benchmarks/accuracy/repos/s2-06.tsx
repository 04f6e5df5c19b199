import { Brain, Coins, HelpCircle, CalendarDays } from "lucide-react";

const blocks = [
  { icon: Brain, title: "What the coil does", body: "A magnetic coil rests against the scalp over the left prefrontal cortex. Pulses pass through the skull and induce small currents in the tissue below. Repeated over weeks, this is thought to change activity in circuits involved in mood, though how exactly is not settled." },
  { icon: CalendarDays, title: "How a course runs", body: "Sessions last between 19 and 37 minutes, five days a week, for six weeks. You sit upright, wear earplugs, and can drive yourself home." },
  { icon: HelpCircle, title: "What to expect", body: "In the trials that led to clearance for depression after failed medication, more people responded than with sham, but many did not. Relapse after a good response happens, and some patients come back for a second course." },
  { icon: Coins, title: "Cost and cover", body: "Most insurers ask for proof of two or more medication trials. Our coordinator sends the paperwork; the decision usually takes ten working days." },
];

export function HowItWorks() {
  return (
    <section id="tms" className="py-24">
      <div className="max-w-6xl mx-auto px-6">
        <h2 className="text-4xl font-display">TMS for depression, step by step</h2>
        <p className="mt-4 text-lg">
          Transcranial magnetic stimulation is a non-drug option for adults with major depression who have not done well on medication.
        </p>
        <div className="grid md:grid-cols-2 gap-6 mt-12">
          {blocks.map((b) => (
            <article key={b.title} className="rounded-2xl border p-8">
              <b.icon size={22} />
              <h3 className="text-xl mt-4">{b.title}</h3>
              <p>{b.body}</p>
            </article>
          ))}
        </div>
        <div className="mt-12 bg-slate-50 p-8 rounded-2xl">
          <h3>Risks we go through with you</h3>
          <ul className="list-disc pl-6">
            <li>Headache and scalp soreness, usually in the first week</li>
            <li>Facial twitching during pulses</li>
            <li>Seizure: rare, below 1 in 1,000 patients in published series, and the reason we screen for epilepsy</li>
            <li>Not for people with metal in or near the head, such as cochlear implants or aneurysm clips</li>
          </ul>
          <p className="mt-4">
            Unlike a pill, TMS does not pass through the gut or liver, so the list of side effects is a different one. No weight gain, no sexual side effects.
          </p>
          <p>Do not stop an antidepressant without speaking to the person who prescribes it.</p>
        </div>
      </div>
    </section>
  );
}
