// Written for this evaluation set; no real clinic's page.
import { Layout, Lead, Bullet, Aside } from "../kit";

const PSORIASIS = {
  heading: "Biologics for psoriasis",
  lead: `Clear or nearly clear skin is what we work towards. When creams and light are not enough, an injection every few
    weeks may be.`,
};

const bullets: string[] = [
  "They block one signal of the immune system, which also has other tasks.",
  "How many get clear depends on the medicine; the label of each gives the figures against placebo.",
  "A nurse shows you how to use the pen and stays with you for the first one.",
  "Methotrexate is older and cheaper and suits some people better.",
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
        The tests matter, since colds, thrush and serious infections can occur, and old tuberculosis can wake up.
      </p>

      <h2>Getting it paid for</h2>
      <p>
        Our coordinator, Babette Osei, files the forms and rings the insurer.
        She also files the appeals, and wins some.
      </p>

      <h2>Stopping and starting</h2>
      <p>
        If you stop, psoriasis usually returns, so please ask us first. Let us know before any operation.
      </p>

      <h2>Joints</h2>
      <p>
        Stiff fingers in the morning? Say so. Some biologics are approved for psoriatic arthritis too.
        Whether starting early prevents it is being studied.
      </p>

      <Aside>
        {"There is a mirror in room four, and a room without one."}
      </Aside>
      <Aside>{"Call us to be seen in the summer clinic"}</Aside>
      <p>
        Dr. Gideon Straub, Dr. Aoife Lindqvist. Pioneers of modern dermatology at 300 Orchard Way.
      </p>
    </Layout>
  );
}
