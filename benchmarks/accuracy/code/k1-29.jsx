// Written for this evaluation set; no real clinic's page.
import Image from "next/image";
import Marquee from "../ui/Marquee";
import { GiTooth } from "react-icons/gi";

const facts = [
  { label: "Visits", value: "2" },
  { label: "Enamel removed", value: "0.3–0.7 mm" },
  { label: "Will it ever stain?", value: "Not in this life" },
  { label: "Covered by insurance", value: "Rarely" },
];

const voices = ["“I got the promotion in week three.”", "“Nobody guessed.”", "“Lovely waiting room.”"];

export default function VeneersSection() {
  return (
    <section aria-labelledby="veneers">
      <h2 id="veneers"><GiTooth /> Porcelain veneers</h2>
      <p className="tagline">First impressions are made above the chin.</p>
      <Image src="/smile-lab.jpg" width={900} height={600} alt="Ceramist shaping a veneer by hand" />
      <p>
        A veneer is a thin shell of ceramic bonded to the front of a tooth. Some enamel has to be taken off, and this cannot be undone, so a veneered tooth will always need a veneer or a crown.
      </p>
      <p>
        Dr. Soraya Lemaire shapes every case with our in-house ceramist. Between them they have the finest eye for white on this side of the river.
      </p>
      <dl className="facts">
        {facts.map((f) => (
          <div key={f.label}><dt>{f.label}</dt><dd>{f.value}</dd></div>
        ))}
      </dl>
      <Marquee items={voices} />
      <h3>How long do they last?</h3>
      <p>
        Ten to fifteen years is common in published follow-ups; chips, debonding and decay at the edge are the reasons they are replaced. People who grind their teeth lose them sooner.
      </p>
      <h3>Sensitive afterwards?</h3>
      <p>For some patients, to cold, for a few weeks. Nerve trouble may follow now and then and lead to a root canal.</p>
      <h3>Whitening instead?</h3>
      <p>It is cheaper and takes nothing away. But whitening is a rental; porcelain is the deed to the house.</p>
      <a href="/trial-smile">Wear a trial smile for a weekend</a>
      <small>The trial is on the house for the next nine callers.</small>
    </section>
  );
}
