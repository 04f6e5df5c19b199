import { Reveal } from "./Reveal";

type Row = { label: string; us: string; them: string };

const rows: Row[] = [
  { label: "Recovery", us: "Back to work tomorrow", them: "Two to three weeks off" },
  { label: "Scars", us: "None", them: "In front of and behind the ear" },
  { label: "Anaesthesia", us: "Numbing cream", them: "General or twilight" },
  { label: "Look", us: "Always natural", them: "Can look pulled" },
  { label: "Lasts", us: "Up to five years", them: "Seven to ten years" },
  { label: "Price", us: "from $1,800", them: "from $14,000" },
];

export function CompareTable() {
  return (
    <section id="compare" className="py-24">
      <div className="max-w-4xl mx-auto">
        <Reveal>
          <p className="uppercase text-xs">PDO Thread Lift</p>
          <h2 className="text-4xl font-light">A facelift without the facelift</h2>
          <p>
            Fine barbed threads are passed under the skin through a cannula and drawn up by a few millimetres. The material is polydioxanone, the same as in some surgical stitches, and it dissolves over about six months.
          </p>
        </Reveal>
        <table className="w-full mt-10">
          <thead>
            <tr><th /><th>Threads at Opaline</th><th>Surgical facelift</th></tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.label}><th>{r.label}</th><td>{r.us}</td><td>{r.them}</td></tr>
            ))}
          </tbody>
        </table>
        <Reveal className="mt-10 grid md:grid-cols-2 gap-8">
          <div>
            <h3>What you see</h3>
            <ul>
              <li>Jowls lifted</li>
              <li>Cheeks back where they were</li>
              <li>A crisp jawline</li>
            </ul>
          </div>
          <div>
            <h3>What we ask of you</h3>
            <ul>
              <li>Sleep on your back for a week</li>
              <li>No dentist for two weeks</li>
              <li>Do not open your mouth very wide at first</li>
            </ul>
          </div>
        </Reveal>
        <p className="mt-8">Heavy skin or a lot of neck laxity does better with a surgeon, and Dr. Maren Holt will tell you so when she examines you.</p>
      </div>
    </section>
  );
}
