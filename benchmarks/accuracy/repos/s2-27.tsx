import { Reveal } from "./Reveal";
import { Star } from "lucide-react";

const stories = [
  { stars: 5, text: "Two infusions and the burning in my feet was gone. I walk the dog again.", who: "Retired teacher, CRPS" },
  { stars: 5, text: "My migraines went from twenty a month to two.", who: "Nurse, 38" },
  { stars: 5, text: "The recliners are warm and the playlist is good. They let my sister sit with me.", who: "Fibromyalgia patient" },
];

export function PainStories() {
  return (
    <section className="py-24 bg-white">
      <Reveal className="max-w-3xl mx-auto text-center">
        <h2 className="text-5xl font-light">Life after pain is possible</h2>
        <p className="text-lg">
          When opioids, blocks and physical therapy have not been enough, ketamine infusions reset overactive pain pathways and give long-lasting relief.
          Unlike opioids, ketamine is not habit-forming.
        </p>
      </Reveal>
      <div className="grid md:grid-cols-3 gap-8 mt-12">
        {stories.map((s) => (
          <figure key={s.who} className="p-8 rounded-3xl bg-stone-50">
            <div>{Array.from({ length: s.stars }).map((_, i) => <Star key={i} size={14} />)}</div>
            <blockquote>{s.text}</blockquote>
            <figcaption>{s.who}</figcaption>
          </figure>
        ))}
      </div>
      <Reveal className="max-w-3xl mx-auto mt-16">
        <h3>The usual course</h3>
        <p>
          For nerve pain we run 0.5 to 1 mg/kg over four hours on five consecutive days. A nurse stays in the room, and you wear a blood pressure cuff and a finger clip throughout. You must not drive until the next morning.
        </p>
        <p>Bring a list of your medicines, an eye mask if you like the dark, and someone to take you home. Eat nothing for six hours before. Individual results vary.</p>
        <p className="text-sm">$3,900 for five days. Health savings accounts are accepted.</p>
      </Reveal>
    </section>
  );
}
