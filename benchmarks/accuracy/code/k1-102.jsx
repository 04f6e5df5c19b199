// Written for this evaluation set; no real clinic's page.
import Card from "../components/Card";
import { useMemo } from "react";

const doctors = [
  {
    name: "Dr. Ludmila Farthing",
    role: "Facial plastic surgeon",
    blurb: "Board certified in otolaryngology and in facial plastic surgery. Some 1,200 noses since 2008, of which she has had to revise about seven in a hundred.",
  },
  {
    name: "Dr. Caspian Brode",
    role: "Oculoplastic surgeon",
    blurb: "Operates on lids that droop into the field of view. Has been called the Michelangelo of the eyelid, and not only by his mother.",
  },
  {
    name: "Nurse Wilhelmina Oduya",
    role: "Aftercare",
    blurb: "Answers the telephone at eleven at night, when stitches itch and mirrors lie.",
  },
];

export default function Surgeons({ filter }) {
  const shown = useMemo(() => doctors.filter((d) => !filter || d.role === filter), [filter]);
  return (
    <section id="surgeons">
      <h1>Three people, one corridor</h1>
      <p>
        Lockhaven Face does rhinoplasty, lids and little else. A small practice gets good at a few things, we hope.
      </p>
      <div>
        {shown.map((d) => (
          <Card key={d.name} title={d.name} subtitle={d.role}>{d.blurb}</Card>
        ))}
      </div>
      <h2>Before you fall in love with a picture</h2>
      <p>
        The computer image is a sketch, not a promise. Noses swell for a year. Skin, cartilage and scars have a say.
      </p>
      <h2>What may go wrong</h2>
      <p>
        Bleeding, infection, trouble breathing, a dent or a crooked line. After lid surgery: dryness, a lid that won&apos;t close, and in very rare cases loss of sight.
      </p>
      <h2>Will I like myself more?</h2>
      <p>
        Many people say they are pleased. An operation doesn&apos;t mend a marriage or a mood, and if that is the hope we would rather you spoke with a therapist first.
      </p>
      <h2>Money</h2>
      <p>From $9,800. We don&apos;t run specials. Sleep on it for two weeks, please; we insist.</p>
      <a href="/lockhaven/visit">Ask for a visit with one of the surgeons</a>
    </section>
  );
}
