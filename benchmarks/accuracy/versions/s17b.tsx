// Written for this evaluation set; no real clinic's page.
import Image from "next/image";

type Stage = { n: number; head: string; text: string };

const stages: Stage[] = [
  { n: 1, head: "Look", text: "We note the colors, the depth and your skin type, and take a photograph." },
  { n: 2, head: "Patch", text: "A small corner is treated first, and you come back after four weeks." },
  { n: 3, head: "Clear", text: "Five visits later the ink is often still there; many people need ten or more, and a trace may stay." },
];

export const metadata = {
  title: "Tattoo removal | Ashgrove Laser Rooms",
  description: "Not every color, and not every skin, can be treated: laser tattoo removal in Ashgrove.",
};

export default function TattooRemoval() {
  return (
    <>
      <header>
        <h1>Tattoo removal</h1>
        <p>The name you regret, the date, the eyebrow: people come with all sorts.</p>
      </header>
      <section>
        {stages.map((s) => (
          <div key={s.n}>
            <h3>{s.head}</h3>
            <p>{s.text}</p>
          </div>
        ))}
      </section>
      <section aria-label="Laser">
        <h2>Our laser</h2>
        <p>
          A picosecond laser with three wavelengths. It is meant to shatter ink into small particles, and it does touch the surrounding skin.
        </p>
        <p>
          FDA-cleared for removing tattoos, which is not a promise of how far yours will fade. It is serviced by the maker each spring.
        </p>
      </section>
      <section aria-label="Feel">
        <h2>Does it hurt?</h2>
        <p>
          People compare it with a rubber band or hot fat. We have chilled air and a numbing cream, and you will still feel it.
        </p>
        <p>
          Skin is usually blistered, crusted or swollen for a week or two. Lighter or darker patches can remain, above all on dark skin, and a scar is possible.
        </p>
      </section>
      <figure>
        <Image src="/img/ashgrove-07.jpg" alt="Handpiece and goggles" width={640} height={360} />
        <figcaption>Room two, with the laser on the left</figcaption>
      </figure>
      <p>Prices go by size, from $120 a visit. The results are not guaranteed, and there is no refund.</p>
    </>
  );
}
