import { Reveal } from "./Reveal";

const protocol = [
  { week: "Week 0", head: "Intake", body: "A video visit with a nurse practitioner, an app account, and a kit in the post." },
  { week: "Week 1", head: "First session", body: "Let the 200 mg tablet dissolve under the tongue for seven minutes, then spit. Lie down with the eye shade and the music we send you." },
  { week: "Week 2", head: "Lighter already", body: "By the third session most members notice that the fog has lifted. Write in the journal the same evening." },
  { week: "Week 4", head: "Going deeper", body: "New neural pathways form while the brain is at its most plastic. Your guide helps you to put what you saw into words." },
  { week: "Week 8", head: "A new baseline", body: "Nine in ten members finish with lower anxiety scores. Some go on with one session a month." },
];

export function Journey() {
  return (
    <section className="py-28 bg-[var(--cream)]">
      <div className="max-w-4xl mx-auto px-6">
        <Reveal className="text-center">
          <p className="uppercase text-xs">At-home ketamine</p>
          <h2 className="text-5xl font-light">Eight weeks, <em>one turning point</em></h2>
          <p className="text-lg">For adults with anxiety or depression, in the quiet of your own bedroom. No clinic, no waiting list.</p>
        </Reveal>
        <ol className="mt-16 space-y-10">
          {protocol.map((p) => (
            <li key={p.week}>
              <Reveal>
                <span className="text-sm">{p.week}</span>
                <h3 className="text-2xl">{p.head}</h3>
                <p>{p.body}</p>
              </Reveal>
            </li>
          ))}
        </ol>
        <Reveal className="mt-16 text-sm">
          <p>An adult you trust must be in the house during each session. Do not eat for three hours before and do not drive until you have slept.</p>
          <p>At these doses ketamine is not addictive. It has been used safely since 1970. Experiences differ, and results vary.</p>
          <p>$129 a session in a package of six. Code CALM takes $100 off until Sunday.</p>
        </Reveal>
      </div>
    </section>
  );
}
