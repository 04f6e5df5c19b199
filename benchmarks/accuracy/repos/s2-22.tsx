import { Card, CardContent } from "components/ui/card";
import CtaButtons from "components/cta-buttons";

const rows = [
  { area: "Frown lines", units: "about 20 units", note: "On-label. The muscle between the brows is relaxed." },
  { area: "Crow's feet", units: "about 24 units, both sides", note: "On-label. Smiling still looks like smiling if the dose is modest." },
  { area: "Lip flip", units: "4 to 6 units", note: "Off-label. Drinking through a straw may feel odd for a week or two." },
  { area: "Jaw (masseter)", units: "40 to 60 units", note: "Off-label. Slims the face and stops grinding." },
];

export default function BotoxInfo() {
  return (
    <section id="botox" className="py-16 max-w-4xl mx-auto">
      <h2 className="text-3xl font-light">Botulinum toxin at Sable &amp; Fern</h2>
      <p>
        The drug blocks the signal from nerve to muscle at the place where it is injected. Lines caused by movement soften; lines that are there at rest change less, and sagging does not change at all.
      </p>
      <p>Effect sets in over three to fourteen days and wears off after roughly three to four months, sooner in some people.</p>
      <Card>
        <CardContent>
          <table>
            <tbody>
              {rows.map((r) => <tr key={r.area}><td>{r.area}</td><td>{r.units}</td><td>{r.note}</td></tr>)}
            </tbody>
          </table>
        </CardContent>
      </Card>
      <h3>Prices</h3>
      <p>$13 a unit. Refer a friend and you both get $50 off.</p>
      <h3>What could happen</h3>
      <ul>
        <li>Bruising and headache in the first days</li>
        <li>A drooping eyelid or uneven brows, lasting weeks</li>
        <li>Spread of toxin effect, with trouble swallowing or breathing: very rare at these doses, and an emergency</li>
      </ul>
      <p>We do not treat during pregnancy or breastfeeding, or if you have myasthenia gravis. Tell your doctor and our nurse about muscle relaxants and antibiotics you take.</p>
      <h3>Our way of working</h3>
      <p>Fewer units first, a review at two weeks, more only if you want it. Our injectors are masters of the natural look, trained in facial anatomy, and clients say that friends ask whether they have been on holiday.</p>
      <CtaButtons />
    </section>
  );
}
