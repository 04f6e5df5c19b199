// Written for this evaluation set; no real clinic's page.
import Hero from "../sections/Hero";
import Timeline from "../sections/Timeline";
import { PhoneCall } from "lucide-react";

const day = [
  { at: "8:00", what: "Scan, blood pressure, a last look at your medicines" },
  { at: "9:00", what: "Sedation by a nurse anesthetist; remaining teeth come out, four implants go in" },
  { at: "15:00", what: "A fixed bridge of acrylic is screwed on" },
  { at: "18:00", what: "Steak" },
];

const bullets = [
  "Soft food for eight to twelve weeks while the bone heals",
  "Final bridge at around six months",
  "Rinses, checks, and a night guard",
];

export default function TeethInADay() {
  return (
    <>
      <Hero
        title="Dentures belong in a glass. You don't."
        subtitle="Full-arch implants at Millrace Oral Surgery"
        image="/bridge.webp"
        alt="Acrylic bridge on a model"
      />
      <p>Toothless at breakfast, toasting at supper.</p>
      <Timeline items={day} />
      <ul>{bullets.map((b) => <li key={b}>{b}</li>)}</ul>
      <section>
        <h2>Will they last?</h2>
        <p>
          A systematic review counted about 98% of implants still in place after five years or more, across mostly small, uncontrolled series (Soto-Penaloza 2017, doi:10.4317/jced.53613). Bridges crack and screws loosen more often than that.
        </p>
        <p>Ours have never lost a screw.</p>
        <h2>What can happen?</h2>
        <p>
          Bleeding, infection, numbness of lip or chin, sinus trouble, an implant that does not take. Heavy smokers and people with uncontrolled diabetes fare worse. Some patients need bone grafts first and can't have teeth on the day.
        </p>
        <h2>Who operates?</h2>
        <p>
          Dr. Cassius Entwistle is an oral surgeon. Dentists fly in from four countries to watch him work.
        </p>
        <h2>Keep or pull?</h2>
        <p>
          If your own teeth can be saved for a fair price, we say so, and a periodontist gives a second opinion.
        </p>
        <p>Patching old teeth is throwing good money at a sinking ship.</p>
      </section>
      <blockquote>“I kissed my wife on the mouth for the first time since the Olympics.” Horst</blockquote>
      <a href="tel:5550188"><PhoneCall /> Ask for Dr. Entwistle</a>
      <p className="strip">Both jaws in March: the lower one is $4,000 less.</p>
    </>
  );
}
