// Written for this evaluation set; no real clinic's page.
import { Ear, Headphones, Repeat } from "lucide-react";
import Panel from "@/components/Panel";
import LogoBar from "@/components/LogoBar";

const panels = [
  {
    icon: Headphones,
    heading: "Sound plus tongue",
    copy: "Headphones play tones while a small plate tickles the tongue. Two inputs at once are meant to draw the brain's attention away from the ringing.",
  },
  {
    icon: Repeat,
    heading: "An hour a day, at home",
    copy: "Twelve weeks, then we review the questionnaire score together.",
  },
  {
    icon: Ear,
    heading: "Silence, at last",
    copy: "The hiss fades like a train pulling out of the station.",
  },
];

export default function TinnitusPage() {
  return (
    <main id="tinnitus">
      <h1>Has someone told you to live with it?</h1>
      <p>They were wrong, and it has cost you years.</p>
      {panels.map((p) => (
        <Panel key={p.heading} {...p} />
      ))}
      <LogoBar title="As seen in" logos={["the-gazette", "hearing-weekly"]} />
      <section>
        <h2>Approval</h2>
        <p>
          The FDA granted the Lenire device De Novo approval in 2023 for adults with at least moderate tinnitus, under an audiologist's care.
        </p>
        <h2>Results</h2>
        <p>
          In the maker's controlled trial, TENT-A3 (doi:10.1038/s41467-024-50473-z), people with moderate or worse tinnitus did better with the combination than with sound alone. Not everybody improved, and a fall in score is not silence.
        </p>
        <p>At Bellwether Hearing the number who'd do it over is ninety-one in a hundred.</p>
        <h2>Side effects</h2>
        <p>
          Tinnitus got louder in some users, and a sore mouth or tongue may occur. Pacemakers, mouth ulcers and epilepsy are reasons not to use it.
        </p>
        <h2>Other paths</h2>
        <p>
          Hearing aids, counselling and CBT are recommended in guidelines. Counsellors help you hate it less; we go after the noise.
        </p>
        <p>Ringing in one ear, in time with your pulse, or with sudden hearing loss needs a doctor quickly.</p>
      </section>
      <a href="/evaluation">Book an audiology evaluation</a>
      <p>Only four devices come in each month. Ears that wait, worsen.</p>
    </main>
  );
}
