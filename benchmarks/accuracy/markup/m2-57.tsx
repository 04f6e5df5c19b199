// Written for this evaluation set; no real clinic's page.
import BraceModel from "@/components/BraceModel";
import Tooltip from "@/components/Tooltip";

const rows = [
  { label: "Worn", old: "23 hours", ours: "Overnight" },
  { label: "Material", old: "Hard plastic", ours: "3D-printed nylon" },
  { label: "Stops the curve", old: "If you are lucky", ours: "Yes" },
];

const parents = [
  "Is it my fault? No. In most children nobody knows the cause.",
  "Can she swim? Yes, without the brace, as much as she likes.",
  "Will sit-ups straighten it? No exercise has been shown to do so by itself, though some specific programmes may slow a small curve.",
];

export default function ScoliosisBrace() {
  return (
    <main className="mx-auto max-w-5xl">
      <h1>Straighter by homecoming</h1>
      <p>Curvewell Orthotics fits braces for idiopathic scoliosis in growing children, on a doctor's prescription.</p>
      <BraceModel alt="Rotating model of a printed brace" />
      <h2>What bracing has shown</h2>
      <p>
        In the BrAIST trial (Weinstein 2013, doi:10.1056/NEJMoa1307337), 72% of braced teens stayed below the surgical range at maturity, against 48% who were watched. More hours in the brace went with more success.
      </p>
      <h2>Old plastic, new nylon</h2>
      <table>
        <tbody>
          {rows.map((r) => (
            <tr key={r.label}><td>{r.label}</td><td>{r.old}</td><td>{r.ours}</td></tr>
          ))}
        </tbody>
      </table>
      <p>
        <Tooltip text="Angle measured on an X-ray">Cobb angles</Tooltip> do not just hold in our brace, they melt. Not one of our girls has seen the inside of an operating room.
      </p>
      <h2>Drawbacks</h2>
      <p>Red skin, heat, pressure on the ribs, tight jeans that no longer fit. It can be lonely to wear one at thirteen; ask us about the teen group.</p>
      <h2>Parents ask</h2>
      {parents.map((p) => <p key={p}>{p}</p>)}
      <p>A rod in the spine is forever. Two years of nights is not.</p>
      <p>A paediatric orthopaedist should follow the curve with X-rays every four to six months.</p>
      <a href="/brace-fitting">Ask for a fitting</a>
    </main>
  );
}
