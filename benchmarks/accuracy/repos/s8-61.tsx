import { Shell } from "../ui/Shell";

const needed = [
  "Photo ID and insurance card",
  "Names and doses of every medicine, including inhalers, patches and herbal products",
  "The name of your therapist or psychiatrist, and consent for us to call",
  "A list of earlier treatments: what, how long, what happened",
];

const notes = [
  { h: "Length of visits", b: "The first session takes about an hour, because the motor threshold has to be found. Later ones take about 20 to 40 minutes, five days a week, for around six weeks." },
  { h: "What it feels like", b: "Tapping on the scalp, and a noise like a woodpecker. You wear earplugs. Scalp pain and headache are common in the first week." },
  { h: "Seizures", b: "Rare, in the order of 1 in 10,000 sessions or fewer, but real. Lack of sleep, alcohol and some medicines raise the chance. Tell us each day what has changed." },
  { h: "Metal", b: "You cannot have TMS with metal in or near the head that is not fixed dental work: clips, coils, cochlear implants, stimulators." },
  { h: "Approval", b: "The device is cleared by the FDA for adults with major depression that has not improved with medicine, and for OCD with a particular coil. We do not treat anxiety alone, tinnitus or autism with it." },
  { h: "Will it work?", b: "In the trial that led to clearance, response after four to six weeks was about 24% with TMS and 12% with sham (O'Reardon 2007, doi:10.1016/j.biopsych.2007.01.018). If you have not responded by session 30 we stop and think again." },
  { h: "After the course", b: "Depression can come back. We taper over three weeks and call at three and six months." },
];

export default function TmsPrep() {
  return (
    <Shell title="Getting ready for TMS | Meadowlark Psychiatry" description="What to bring, what the sessions are like, who cannot have TMS, and how it is billed.">
      <h1>Getting ready for TMS</h1>
      <p>We are honored to be part of your care. Each plan is individual, and our goal is to help you feel more like yourself.</p>
      <h2>Bring</h2>
      <ul>{needed.map((n) => <li key={n}>{n}</li>)}</ul>
      {notes.map((n) => (
        <section key={n.h}><h2>{n.h}</h2><p>{n.b}</p></section>
      ))}
      <h2>Billing</h2>
      <p>Most plans ask for proof that two or more antidepressants were tried. Authorization takes one to three weeks.</p>
      <p>Feeling worse, or thinking of suicide? Call or text 988 now and tell your psychiatrist.</p>
      <button>Ask the coordinator to call you</button>
    </Shell>
  );
}
