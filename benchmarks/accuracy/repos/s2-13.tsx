import type { Metadata } from "next";
import StructuredData from "components/structured-data";
import { Button } from "components/ui/button";
import Link from "next/link";

export const metadata: Metadata = {
  title: "Spider Vein Treatment Calder Bay | Sclerotherapy & Laser",
  description: "Say goodbye to spider veins with sclerotherapy in Calder Bay. Quick, virtually painless treatment by vein nurses.",
};

const steps = [
  { title: "Assessment", description: "An ultrasound looks for a leaking vein underneath. If there is one, treating the surface alone will disappoint." },
  { title: "Injection", description: "A fine needle carries polidocanol into the vein. The lining is irritated, the walls stick, and the vein fades as the body absorbs it." },
  { title: "Stockings", description: "Class 2 compression is worn day and night for two days, then by day for two weeks." },
  { title: "Review", description: "We look again at eight weeks. Most legs need two or three sessions." },
];

export default function SpiderVeins() {
  return (
    <main>
      <StructuredData type="Service" name="Sclerotherapy" description="Clears spider veins from the legs and face" />
      <h1>Spider veins</h1>
      <p>
        Small red or purple veins are harmless for most people, though they may ache after a long day standing. They are dilated vessels in the skin, and they run in families.
      </p>
      <div className="grid grid-cols-2 gap-8">
        {steps.map(({ title, description }) => (
          <div key={title}><h3>{title}</h3><p>{description}</p></div>
        ))}
      </div>
      <h2>What can go wrong</h2>
      <p>
        Brown staining along the vein is common and takes months to fade; in a few people it stays. Matting, small ulcers and allergic reactions occur. Clots in a deep vein are rare but serious. You should not have sclerotherapy while pregnant or if you have had a recent clot.
      </p>
      <p>Polidocanol is FDA approved for spider and reticular veins in the legs. It is not approved for the face, where we use laser instead.</p>
      <h2>Prices</h2>
      <p>$325 per session for both legs below the knee; $475 for whole legs. Buy three, get a pair of stockings free.</p>
      <p>New veins can appear in time, because treatment does not change the tendency to form them. Ask your own doctor first if you take hormones or blood thinners.</p>
      <Button asChild><Link href="/consult">Get clear legs</Link></Button>
    </main>
  );
}
