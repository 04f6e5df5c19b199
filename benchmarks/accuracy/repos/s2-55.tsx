import { Reveal } from "./Reveal";
import { AssessmentDialog } from "./AssessmentDialog";
import { CloudRain, Flame, Users, Puzzle } from "lucide-react";

const conditions = [
  {
    icon: CloudRain,
    name: "Depression",
    about: "Low mood on most days, loss of interest, poor sleep, slow thinking. It is diagnosed by talking, not by a blood test or a scan.",
    offer: "Therapy, medication and TMS. Our combined approach gets results where single treatments fall short.",
  },
  {
    icon: Flame,
    name: "Burnout",
    about: "Exhaustion tied to work, with distance and a sense of getting nothing done. It is not a formal diagnosis in this country.",
    offer: "Eight coaching sessions that restore balance and resilience. We write to your employer only if you ask.",
  },
  {
    icon: Users,
    name: "Social anxiety",
    about: "Fear of being watched or judged, and staying away from what you would like to do.",
    offer: "Group therapy for ten weeks. Confidence grows from the very first session.",
  },
  {
    icon: Puzzle,
    name: "Adult ADHD",
    about: "Trouble with planning, time and attention since childhood. Other things can look like it: poor sleep, thyroid disease, anxiety.",
    offer: "Three visits for the assessment. Stimulants are controlled medicines with a risk of misuse, raised blood pressure and poor sleep; we check heart history before we prescribe.",
  },
];

export function Conditions() {
  return (
    <section id="conditions" className="py-32 bg-[var(--cream)]">
      <div className="max-w-7xl mx-auto px-8">
        <Reveal className="text-center mb-12">
          <div className="uppercase text-sm tracking-widest">What we treat</div>
          <h2 className="font-display text-5xl font-light">There is a <em>reason</em> you feel this way</h2>
        </Reveal>
        <div className="grid md:grid-cols-2 gap-6">
          {conditions.map((c, i) => (
            <Reveal key={c.name} delay={i * 0.08} className="bg-white rounded-[28px] p-8">
              <c.icon size={22} strokeWidth={1.5} />
              <h3 className="text-2xl">{c.name}</h3>
              <p>{c.about}</p>
              <p className="italic border-t pt-4">{c.offer}</p>
            </Reveal>
          ))}
        </div>
        <Reveal className="text-center mt-14">
          <p>Self-tests on the web can point the way but do not make a diagnosis. You don&apos;t have to live like this.</p>
          <AssessmentDialog><button>Take the first step</button></AssessmentDialog>
        </Reveal>
      </div>
    </section>
  );
}
