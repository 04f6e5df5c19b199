import { Reveal } from "./Reveal";
import { Bone, Activity, Footprints } from "lucide-react";

const conditions = [
  {
    icon: Bone,
    name: "Knee osteoarthritis",
    who: "Adults with worn cartilage who have been told that a replacement is the next step.",
    evidence: "Clinical research shows stem cells rebuild cartilage and end bone-on-bone pain in over 80% of cases.",
    signals: ["Stiff mornings", "Pain on stairs", "Swelling", "Giving way"],
  },
  {
    icon: Activity,
    name: "Rotator cuff tears",
    who: "Partial tears seen on MRI, with night pain or weakness overhead.",
    evidence: "Exosomes signal the tendon to heal itself, so you can skip the operating room altogether.",
    signals: ["Night pain", "Weak lift", "Clicking"],
  },
  {
    icon: Footprints,
    name: "Plantar fasciitis",
    who: "Heel pain that has lasted longer than six months.",
    evidence: "One ultrasound-guided injection. Most patients are walking pain-free in three weeks.",
    signals: ["First-step pain", "Tender heel"],
  },
];

export function Conditions() {
  return (
    <section id="conditions" className="py-32 bg-[var(--cream)]">
      <div className="max-w-7xl mx-auto px-8">
        <Reveal className="text-center mb-12">
          <div className="uppercase tracking-widest">Joints we treat</div>
          <h2>The future of orthopedics, available in Marlow Heights</h2>
          <p>Our physician takes a history, examines the joint and looks at your scans before anything is planned. Bring your MRI on a disc if you have one.</p>
        </Reveal>
        <div className="grid md:grid-cols-3 gap-6">
          {conditions.map((c) => (
            <Reveal key={c.name} className="bg-white rounded-[28px] p-8">
              <c.icon size={22} />
              <h3>{c.name}</h3>
              <p>{c.who}</p>
              <ul>{c.signals.map((s) => <li key={s}>{s}</li>)}</ul>
              <p className="italic">{c.evidence}</p>
            </Reveal>
          ))}
        </div>
        <Reveal className="text-center mt-14">
          <p>Umbilical cord products are sourced from an FDA-registered lab and are completely safe and natural.</p>
          <button>See if I am a candidate</button>
          <p className="text-sm">Candidacy is decided by the physician after an examination, not by an online form.</p>
        </Reveal>
      </div>
    </section>
  );
}
