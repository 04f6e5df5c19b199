// Written for this evaluation set; no real clinic's page.
import Accordion from "@/components/Accordion";
import Ribbon from "@/components/Ribbon";

export const frontmatter = {
  title: "Prolotherapy | Dr. Ansel Thackeray",
  description: "Sugar water where surgeons see dollar signs.",
};

const joints = [
  { name: "Thumb", line: "Jam jars open again." },
  { name: "Sacroiliac", line: "Sometimes the cause of low back pain, often hard to pin down." },
  { name: "Ankle", line: "Stretched ligaments tighten like new rope." },
  { name: "Knee", line: "A few small trials found less pain than with saline injections; larger ones are needed." },
];

export default function Prolotherapy() {
  return (
    <article>
      <Ribbon text="35 years. 60,000 needles. Not one regret." />
      <h1>Provoke, repair, move on</h1>
      <p>
        Dextrose is injected where ligament meets bone. It sets off a short inflammation. The hope is that fresh collagen is laid down.
      </p>
      <ul>
        {joints.map((j) => (
          <li key={j.name}><strong>{j.name}:</strong> {j.line}</li>
        ))}
      </ul>
      <Accordion title="How many rounds?">
        <p>Three to six, a month apart. Nobody has needed a seventh.</p>
      </Accordion>
      <Accordion title="Is it approved?">
        <p>Dextrose is approved as a sugar solution, not for joints, so this is off-label, and Medicare has refused to cover it since 1999.</p>
      </Accordion>
      <Accordion title="What can happen?">
        <p>You will be sore and stiff for two to seven days. Infection, nerve injury, a punctured lung near the ribs and spinal headache are rare.</p>
      </Accordion>
      <Accordion title="What about cortisone?">
        <p>It eats the joint it was sent to save. Dextrose feeds it.</p>
      </Accordion>
      <Accordion title="May I take ibuprofen?">
        <p>Not for ten days around the injection, unless your doctor wants you on it. Tell us about blood thinners.</p>
      </Accordion>
      <p>
        A hundred and forty of you wrote letters when the insurer said no. They hang in the hallway, with the crutches.
      </p>
      <a href="/thackeray/visit">Plan a first visit</a>
    </article>
  );
}
