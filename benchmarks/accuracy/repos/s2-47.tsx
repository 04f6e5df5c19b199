import { useState } from "react";
import { Reveal } from "./Reveal";

const areas = ["Chin", "Flanks", "Abdomen", "Upper arms"] as const;

const copy: Record<(typeof areas)[number], { lead: string; facts: string[] }> = {
  Chin: { lead: "A sharper profile in as little as one visit.", facts: ["On-label for the fat under the chin", "Swelling for a week, sometimes more", "Two to four sessions"] },
  Flanks: { lead: "Love handles, dissolved.", facts: ["Up to 30 small injections", "Support belt for five days", "Price $600"] },
  Abdomen: { lead: "Flatten the pooch that no diet will touch.", facts: ["Sessions five weeks apart", "Tender like after sit-ups", "Price $750"] },
  "Upper arms": { lead: "Skin tone decides. Loose skin is not made tighter.", facts: ["One or two sessions", "Bruises are frequent", "Price $550"] },
};

export function FatDissolving() {
  const [area, setArea] = useState<(typeof areas)[number]>("Chin");
  return (
    <section id="fat" className="py-24">
      <Reveal className="text-center">
        <h2 className="text-4xl font-light">Fat-dissolving injections</h2>
        <p>Deoxycholic acid, a bile salt, breaks the wall of the fat cell. The body clears what is left over some weeks. Once destroyed, the cells can&apos;t come back.</p>
      </Reveal>
      <div className="flex justify-center gap-3 my-8">
        {areas.map((a) => (
          <button key={a} onClick={() => setArea(a)} aria-pressed={a === area}>{a}</button>
        ))}
      </div>
      <div className="max-w-xl mx-auto">
        <h3>{copy[area].lead}</h3>
        <ul>{copy[area].facts.map((f) => <li key={f}>{f}</li>)}</ul>
      </div>
      <div className="max-w-xl mx-auto mt-12 text-sm">
        <p>Numbness, firmness and bruising are usual. Weakness of the lower lip from an injured nerve, ulcers and trouble swallowing can occur under the chin. We do not inject over an infection or during pregnancy.</p>
        <p>Liposuction results without the hospital. Loved by more than 800 clients in Sedgebrook.</p>
        <p>Consultations are with the nurse who would treat you. Come without make-up and bring old photographs if you like.</p>
      </div>
    </section>
  );
}
