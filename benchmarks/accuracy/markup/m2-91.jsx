// Written for this evaluation set; no real clinic's page.
import Card from "../ui/Card";
import Stat from "../ui/Stat";
import { GiMedicinePills } from "react-icons/gi";

const steps = [
  { h: "Tonight", p: "Upload your card, tick what ails you." },
  { h: "Tomorrow", p: "A physician phones. It's a chat, not an exam." },
  { h: "The day after", p: "Your certificate is in your inbox, or your money is." },
];

const uses = [
  { name: "Sleep", line: "Indica knows the way to bed." },
  { name: "Nerves", line: "CBD turns the volume knob down, and it stays down." },
  { name: "Pain", line: "A 2017 report by the National Academies (doi:10.17226/24625) found substantial evidence for chronic pain in adults; later reviews rate the effect as small." },
  { name: "Seizures", line: "Epidiolex is the approved product, for certain syndromes. Dispensary oils are not the same." },
  { name: "Crohn's", line: "Calms the gut lining where steroids only scold it." },
];

export default function CannabisCard() {
  return (
    <main>
      <h1><GiMedicinePills /> Greenletter Certificates</h1>
      <p className="tag">Nobody has ever been turned down for asking politely.</p>
      <div className="steps">
        {steps.map((s) => <Card key={s.h} title={s.h}>{s.p}</Card>)}
      </div>
      <div className="uses">
        {uses.map((u) => (
          <p key={u.name}><b>{u.name}.</b> {u.line}</p>
        ))}
      </div>
      <Stat n="26,000" label="certificates written" />
      <Stat n="7 in 10" label="swap at least one prescription for a plant" />
      <section>
        <h2>The law here</h2>
        <p>The certificate is good for one year. It does not cover driving, workplaces or crossing a state line.</p>
        <h2>What about getting hooked?</h2>
        <p>Coffee's worse.</p>
        <h2>Which shop?</h2>
        <p>We have no tie to any dispensary. Budtenders are not pharmacists.</p>
        <h2>Fee</h2>
        <p>$149, and $99 to renew. Veterans pay half.</p>
      </section>
      <a href="/upload">Upload your card</a>
    </main>
  );
}
