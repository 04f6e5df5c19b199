import { MapPin } from "lucide-react";
import Link from "next/link";
import type { Metadata } from "next";

export const metadata: Metadata = {
  title: "Physiotherapy near Ashcombe | Millrace Physio",
  description: "Physiotherapy ten minutes from Ashcombe: back pain, sports injuries, post-surgical rehab and pelvic health.",
};

const links = [
  { label: "Back and neck", copy: "Assessment, hands-on treatment and a home program that fits on one page." },
  { label: "After knee surgery", copy: "Twice a week at first, in step with your surgeon's protocol." },
  { label: "Pelvic health", copy: "For leaks, heaviness and pain. Training the pelvic floor helps most women with stress leaks." },
  { label: "Dry needling", copy: "Thin needles into tight spots. The effect is usually short, and we combine it with exercise. Bruising is common; a punctured lung is very rare, and we avoid the ribs for that reason." },
];

export default function AshcombePage() {
  return (
    <div className="py-12 max-w-4xl mx-auto">
      <header>
        <h1>Physiotherapy near Ashcombe</h1>
        <p>A practical choice for people in Ashcombe, Lower Weir and along the canal.</p>
      </header>
      <section>
        <p>
          You do not need a referral. The first visit is an hour: we listen, test, and tell you what we think is going on and how long it may take. Ankle sprains usually settle in six to twelve weeks. A stiff shoulder can take more than a year, whatever anyone does.
        </p>
        <p>Pain does not always mean damage. We explain what is safe to move and what to leave alone for now.</p>
      </section>
      <section>
        <h2>Start here</h2>
        {links.map((l) => (
          <article key={l.label}><h3>{l.label}</h3><p>{l.copy}</p></article>
        ))}
      </section>
      <aside>
        <MapPin />
        <p>Take the canal road to the mill and park in the yard. The door with the ramp is on the river side.</p>
        <p>Voted Ashcombe&apos;s favourite physio three years running.</p>
        <Link href="/book">Book a visit</Link>
      </aside>
    </div>
  );
}
