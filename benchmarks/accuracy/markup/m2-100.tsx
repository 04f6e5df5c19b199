// Written for this evaluation set; no real clinic's page.
import { FlaskConical, Syringe, Microscope } from "lucide-react";
import Panel from "@/components/Panel";
import Footnote from "@/components/Footnote";

const trials = [
  {
    icon: FlaskConical,
    title: "STRIDE-2: a nerve block for long COVID loss of smell",
    body: "We are looking for 60 adults. Half get the block, half get saline, and neither you nor we will know which. It may do nothing for you.",
  },
  {
    icon: Syringe,
    title: "A vaccine against recurrent bladder infection",
    body: "Two sprays a day for three months, or placebo. The product is not approved in the United States; it is investigational here.",
  },
  {
    icon: Microscope,
    title: "Registry: hernia mesh, ten years on",
    body: "No treatment, three phone calls. We want to know how people fare, including those who fare badly.",
  },
];

export default function TrialsPage() {
  return (
    <main>
      <h1>Take part in research at Hawkstone</h1>
      <p>
        Research asks a question nobody can answer yet. If we knew that something worked, there would be no need for the trial.
      </p>
      {trials.map((t) => (
        <Panel key={t.title} {...t} />
      ))}
      <h2>What is in it for me?</h2>
      <p>
        Closer follow-up, $40 a visit for your time, and perhaps nothing else. Others may gain later on.
      </p>
      <h2>What could go wrong?</h2>
      <p>
        Each consent form lists the known risks: hoarseness, bleeding and a seizure for the block, stinging and stomach upset for the spray. There may be risks we don&apos;t know of.
      </p>
      <h2>May I stop?</h2>
      <p>At any time, without giving a reason, and your ordinary care here goes on as before.</p>
      <h2>Who watches you?</h2>
      <p>
        An independent ethics board (IRB no. 2024-118) reviewed all three. Results will be posted on ClinicalTrials.gov whether we like them or not.
      </p>
      <Footnote>
        Don&apos;t change a medicine in order to qualify. Ask your own doctor what they think, and take the form home.
      </Footnote>
      <a href="mailto:trials@hawkstone.example">Write to the research nurse</a>
    </main>
  );
}
