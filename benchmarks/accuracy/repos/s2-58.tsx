import { Reveal } from "./Reveal";
import Image from "next/image";

const results = [
  { src: "/g/1b.jpg", alt: "Before: deep smile lines. After: smooth, lifted cheeks", cap: "Two vials, three months apart" },
  { src: "/g/2b.jpg", alt: "Before and after of hollow temples filled", cap: "Marisol, 52: "I look rested, not done."" },
  { src: "/g/3b.jpg", alt: "Treatment room with north light", cap: "Our new room on the second floor" },
];

export function Gallery() {
  return (
    <section className="py-24">
      <Reveal className="max-w-3xl mx-auto text-center">
        <h2 className="text-4xl font-light">Collagen stimulators: the slow, <em>subtle</em> route</h2>
        <p>
          Poly-L-lactic acid is not a filler. Tiny particles are placed deep in the skin and the body lays collagen around them over months. Nothing happens overnight, and that is rather the point.
        </p>
      </Reveal>
      <div className="grid md:grid-cols-3 gap-6 my-12">
        {results.map((r) => (
          <figure key={r.src}>
            <Image src={r.src} alt={r.alt} width={420} height={462} />
            <figcaption>{r.cap}</figcaption>
          </figure>
        ))}
      </div>
      <Reveal className="max-w-3xl mx-auto">
        <h3>How it goes</h3>
        <ul>
          <li>Consultation, photographs, medical history</li>
          <li>Two or three sessions, six weeks apart</li>
          <li>Massage five minutes, five times a day, for five days</li>
          <li>Results that last more than two years</li>
        </ul>
        <h3>Why clients love it</h3>
        <ul>
          <li>Restores lost volume</li>
          <li>Improves skin quality from within</li>
          <li>Zero downtime</li>
          <li>Never overfilled or frozen</li>
        </ul>
        <p>From $850 a vial. A physician must see you first, and a medical consultation is included. Put $100 down today to lock in last year&apos;s price.</p>
      </Reveal>
    </section>
  );
}
