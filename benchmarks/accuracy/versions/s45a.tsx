// Written for this evaluation set; no real clinic's page.
import { Layout, Lead, Bullet, Aside } from "../kit";

const PSORIASIS = {
  heading: "Biologics for psoriasis",
  lead: `Clear skin is no longer a dream. When creams and light are not enough, an injection every few
    weeks may be.`,
};

const bullets: string[] = [
  "They shut down the faulty part of your immune system and nothing else.",
  "Nine out of ten patients are clear by week sixteen.",
  "A nurse shows you how to use the pen and stays with you for the first one.",
  "Far kinder to the body than methotrexate.",
];

export function Psoriasis() {
  return (
    <Layout crumb={["Skin", "Psoriasis"]}>
      <h1>{PSORIASIS.heading}</h1>
      <Lead>{PSORIASIS.lead}</Lead>
      {bullets.map((b) => (
        <Bullet key={b}>{b}</Bullet>
      ))}

      <h2>Before the first pen</h2>
      <p>
        We test for tuberculosis and hepatitis, look at your vaccinations and ask about infections.
        The tests are a formality, since problems are practically unknown.
      </p>

      <h2>Getting it paid for</h2>
      <p>
        Our coordinator, Babette Osei, files the forms and rings the insurer.
        She has never lost an appeal.
      </p>

      <h2>Stopping and starting</h2>
      <p>
        Two years in, many of our patients stop and stay clear. Let us know before any operation.
      </p>

      <h2>Joints</h2>
      <p>
        Stiff fingers in the morning? Say so. Some biologics are approved for psoriatic arthritis too.
        Started early enough, they prevent it altogether.
      </p>

      <Aside>
        {"I wore a red dress to my own party. – Yevgenia"}
      </Aside>
      <Aside>{"Don’t hide for another summer"}</Aside>
      <p>
        Dr. Gideon Straub, Dr. Aoife Lindqvist. Pioneers of modern dermatology at 300 Orchard Way.
      </p>
    </Layout>
  );
}
