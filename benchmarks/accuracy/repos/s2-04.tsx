import type { Metadata } from "next";
import Link from "next/link";
import { buildPageMetadata } from "lib/metadata";

export const metadata: Metadata = buildPageMetadata({
  title: "Cataract Surgery in Harrow Lake | What to Expect",
  description: "How cataract surgery is done at Harrow Lake Eye Group, lens choices, risks, recovery and prices.",
  canonical: "/cataract",
});

const lenses = [
  { name: "Monofocal", copy: "Focuses at one distance, usually far. You will probably still need reading glasses.", price: "Included" },
  { name: "Toric", copy: "Corrects astigmatism. It must sit at the right angle, and a small number need to be turned in a second operation.", price: "+ $1,150 per eye" },
  { name: "Multifocal", copy: "Splits light between near and far. Many people read without glasses afterwards, but halos around lights at night are more frequent.", price: "+ $2,400 per eye" },
];

export default function CataractPage() {
  return (
    <div className="max-w-4xl mx-auto py-16">
      <h1 className="text-4xl font-light">Cataract surgery</h1>
      <p>
        A cataract is a clouding of the natural lens behind the pupil. It comes on slowly, and for a while new glasses are enough.
        When glare or blur gets in the way of driving or reading, the lens can be removed and replaced with a clear artificial one.
      </p>
      <h2>On the day</h2>
      <ol>
        <li>Drops numb the eye. You stay awake and may be offered a light sedative.</li>
        <li>The surgeon opens the lens capsule through a cut of about two millimetres.</li>
        <li>Ultrasound breaks up the cloudy lens, which is washed out.</li>
        <li>The new lens is folded, put in, and opens inside the capsule.</li>
      </ol>
      <p>The operation takes about 20 minutes; plan half a day with us and bring someone to drive you home.</p>
      <h2>Choosing a lens</h2>
      <table>
        <tbody>
          {lenses.map((l) => (
            <tr key={l.name}><th>{l.name}</th><td>{l.copy}</td><td>{l.price}</td></tr>
          ))}
        </tbody>
      </table>
      <h2>Risks</h2>
      <p>
        Serious complications are uncommon but real: infection inside the eye, swelling of the retina, retinal detachment, or a tear of the capsule. Ask your surgeon how they apply to you. About one person in ten later needs a short laser treatment because the capsule clouds over.
      </p>
      <p>If you have macular disease or advanced glaucoma, sight may not improve as much as you hope.</p>
      <aside>
        <h3>Your surgeons</h3>
        <p>Dr. Imre Vasko and Dr. Leonie Trask have operated here since 2011. Vision care of the highest order, minutes from the lake.</p>
        <Link href="/contact">Ask for an appointment</Link>
      </aside>
    </div>
  );
}
