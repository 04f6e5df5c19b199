// Written for this evaluation set; no real clinic's page.
import Link from "next/link";
import Grid from "@/components/Grid";
import MapEmbed from "@/components/MapEmbed";

const offers = [
  { title: "Gait lab", description: "Eight cameras and a treadmill. You get a video and a page of notes in plain words." },
  { title: "Strength screen", description: "Calf, hip, hamstring. We compare left and right and your own last visit." },
  { title: "Return-to-run plan", description: "Walk, jog, jog, walk. Written for your week, changed when your week changes." },
  { title: "Shoe shelf", description: "Forty pairs to try. We sell none of them." },
];

const faq = [
  { q: "Can you stop me from getting injured?", a: "No. We can help you load up slowly, which is about the best anyone knows how to do." },
  { q: "Is heel striking bad?", a: "Not as such. Most distance runners land on the heel, and plenty of them are fine." },
  { q: "Will I be faster?", a: "Perhaps. Strength work improves running economy a little in some studies. Sleep is cheaper." },
];

export default function RunLab() {
  return (
    <main>
      <h1>The Running Room at Causeway Physio</h1>
      <p>We're runners who became physiotherapists because our knees made us.</p>
      <Grid items={offers} />
      <h2>Asked at the shoe shelf</h2>
      {faq.map((f) => (
        <details key={f.q}>
          <summary>{f.q}</summary>
          <p>{f.a}</p>
        </details>
      ))}
      <h2>Who we are</h2>
      <p>
        Njeri Wambui ran for Kenya as a junior. Pascal Dupree came last in the town marathon, twice. Both are licensed physical therapists.
      </p>
      <h2>When to see a doctor</h2>
      <p>
        Bone pain that hurts at night, a calf that is hot and swollen, or chest pain while running. Don&apos;t wait for us.
      </p>
      <h2>After a session</h2>
      <p>Expect sore calves. Exercise tests carry a small risk of strain; tell us about heart trouble or recent surgery.</p>
      <p>
        Thursday group run at seven, from the door. Slow is welcome. <Link href="/thursday">Join the list</Link>
      </p>
      <MapEmbed place="Causeway Physio" />
    </main>
  );
}
