import { Reveal } from "./Reveal";

const rows = [
  { test: "AMH blood test", tells: "Roughly how many eggs are left", doesnt: "Whether you will get pregnant this year" },
  { test: "Antral follicle count", tells: "How the ovaries may respond to drugs", doesnt: "How good the eggs are" },
  { test: "Semen analysis", tells: "Number, movement and shape", doesnt: "Fertility by itself" },
];

export function EggFreezing() {
  return (
    <section className="py-24 max-w-5xl mx-auto px-6">
      <Reveal>
        <h1 className="text-5xl font-light">Egg freezing at Vesper Fertility</h1>
        <p>
          Freezing eggs keeps a chance open; it is not an insurance policy. How good the chance is depends on your age when they are collected and on how many there are.
        </p>
        <p className="text-2xl">Press pause on your biological clock.</p>
      </Reveal>
      <Reveal>
        <h2>What tests tell and don&apos;t tell</h2>
        <table>
          <tbody>{rows.map((r) => <tr key={r.test}><th>{r.test}</th><td>{r.tells}</td><td>{r.doesnt}</td></tr>)}</tbody>
        </table>
      </Reveal>
      <Reveal>
        <h2>A cycle, day by day</h2>
        <ol>
          <li>Days 2 to 11: two injections a day, which you give yourself after a lesson with our nurse. Bloating and mood swings are common.</li>
          <li>Three to five scans in that time, before nine in the morning.</li>
          <li>Collection under sedation, about fifteen minutes. Rest for the day.</li>
          <li>Eggs are vitrified in the afternoon. More than 95% survive thawing.</li>
        </ol>
        <h2>Risks</h2>
        <p>Ovarian hyperstimulation in about one cycle in a hundred, bleeding or infection after collection, and the disappointment of few eggs. Results vary from woman to woman and from cycle to cycle.</p>
        <h2>Cost</h2>
        <p>$8,200 a cycle without drugs ($3,000 to $5,000), and $600 a year for storage. Sign up with a friend: 10% off for both.</p>
        <p>Our laboratory has state-of-the-art tanks with alarms that ring an embryologist at night. Ninety per cent of women who freeze never come back for their eggs, and most are glad that they could have.</p>
      </Reveal>
    </section>
  );
}
