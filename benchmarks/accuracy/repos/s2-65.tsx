import { Reveal } from "./Reveal";
import { Syringe, Scan, Footprints } from "lucide-react";

const data = {
  title: "Knee gel injections",
  intro:
    "Hyaluronic acid is a natural part of joint fluid. In arthritis the fluid is thinner. An injection of gel restores the cushion between the bones and gets you back to the things you love.",
  stats: [
    { n: "6 months", l: "of relief from one course" },
    { n: "8 / 10", l: "patients put off surgery" },
    { n: "$0", l: "With most Medicare plans, after the deductible" },
  ],
  steps: [
    { icon: Scan, t: "Ultrasound finds the joint space, so the needle goes in the right place the first time." },
    { icon: Syringe, t: "The skin is numbed. If there is fluid on the knee, we draw it off." },
    { icon: Footprints, t: "You walk out with less pain than you walked in with. Keep off the treadmill for 48 hours." },
  ],
};

export default function KneeGel() {
  return (
    <section className="py-20">
      <Reveal><h1 className="text-4xl">{data.title}</h1><p>{data.intro}</p></Reveal>
      <div className="grid grid-cols-3 text-center my-10">
        {data.stats.map((s) => <div key={s.l}><b className="text-3xl">{s.n}</b><br />{s.l}</div>)}
      </div>
      <ul>{data.steps.map((s) => <li key={s.t}><s.icon /> {s.t}</li>)}</ul>
      <Reveal>
        <h2>Gel or cortisone?</h2>
        <p>Cortisone acts sooner and wears off sooner; too many shots can harm cartilage. Gel takes some weeks. Gel is the safer choice for the long run. Neither brings cartilage back.</p>
        <h2>Candidates</h2>
        <p>Adults with mild to moderate arthritis on X-ray, in whom exercise, weight loss and ordinary painkillers have not been enough. Knees that are worn down to bone seldom benefit. The gels are FDA approved for pain in osteoarthritis of the knee, and for no other joint.</p>
        <p>Dr. Ansel Whitcombe gives about twenty injections a week at our Pepper Hollow office. Don&apos;t let knee pain steal another summer.</p>
      </Reveal>
    </section>
  );
}
