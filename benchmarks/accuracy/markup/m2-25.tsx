// Written for this evaluation set; no real clinic's page.
import { Clipboard, Droplet, Timer, AlertTriangle } from "lucide-react";
import InfoPanel from "@/components/InfoPanel";

const panels = [
  {
    icon: Clipboard,
    title: "Why your doctor asked for this",
    description:
      "Iron tablets are tried first in most people. An infusion is considered when they are not absorbed, cause too much trouble, or when there is little time before an operation.",
  },
  {
    icon: Droplet,
    title: "Which products we use",
    description:
      "Ferric carboxymaltose and iron sucrose, both approved for iron deficiency anaemia in the groups named on their labels. The product and the amount are your prescriber's decision.",
  },
  {
    icon: Timer,
    title: "How long you are here",
    description:
      "Between one and two hours, with 30 minutes of observation afterwards.",
  },
  {
    icon: AlertTriangle,
    title: "What might happen",
    description:
      "Headache, nausea, a metallic taste or low phosphate. If the drip leaks, a brown stain can remain for good. Serious allergic reactions are rare, and we keep the medicines to treat them in the room.",
  },
];

export default function IronInfusionInfo() {
  return (
    <main className="prose mx-auto">
      <h1>Iron infusions at Mosswater Infusion Suite</h1>
      <p>
        Feeling tired has many causes. An infusion corrects low iron; it will not help if your iron is normal, and it may take several weeks before you notice anything.
      </p>
      <div className="not-prose grid gap-4 md:grid-cols-2">
        {panels.map((p) => (
          <InfoPanel key={p.title} {...p} />
        ))}
      </div>
      <h2>We also need to know the cause</h2>
      <p>
        Heavy periods, bleeding in the bowel, coeliac disease and diet are common ones. Please keep the follow-up with your own doctor even if you feel better.
      </p>
      <h2>Tell us beforehand</h2>
      <ul>
        <li>If you are in the first trimester</li>
        <li>If you have had a reaction to iron before</li>
        <li>If you have an infection or fever on the day</li>
      </ul>
      <p>We can only see you with a referral. Questions about coverage: <a href="tel:5550142">555-0142</a>.</p>
    </main>
  );
}
