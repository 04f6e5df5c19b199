// Written for this evaluation set; no real clinic's page.
import Section from "@/components/Section";
import Counter from "@/components/Counter";
import { cn } from "@/lib/utils";

const steps = [
  { title: "Lie down", body: "Tinted goggles on. The handpiece feels pleasantly warm." },
  { title: "Beam on", body: "Photons wake the mitochondria, and worn discs begin to plump." },
  { title: "Get up", body: "Most folks bend down for their shoes and grin." },
];

export default function LaserBackPain({ dark = false }: { dark?: boolean }) {
  return (
    <Section className={cn(dark && "bg-zinc-900 text-white")} id="laser">
      <h1>Class IV laser for low back pain</h1>
      <h2>Light is the new ibuprofen</h2>
      <p>Bayberry Spine & Sport, next to the post office.</p>
      <ol>
        {steps.map((s) => (
          <li key={s.title}><b>{s.title}.</b> {s.body}</li>
        ))}
      </ol>
      <div className="flex gap-10">
        <Counter to={27000} suffix="+" label="laser sessions since 2016" />
        <Counter to={93} suffix="%" label="walk out with less pain than they walked in" />
      </div>
      <h2>What the clearance covers</h2>
      <p>
        The device is cleared by the FDA for temporary relief of minor muscle and joint pain by warming tissue. It is not cleared to repair discs.
      </p>
      <h2>Risks</h2>
      <p>
        Burns, if the beam stays in one place. Eye injury without goggles. Not over a cancer, the thyroid or a pregnancy.
      </p>
      <h2>When to see a doctor instead</h2>
      <p>
        Fever, weight loss, a recent fall, numbness in the groin or loss of bladder control need a doctor the same day.
      </p>
      <h2>And opioids?</h2>
      <p>
        They carry a risk of addiction. Why gamble on a pill bottle when a beam does more and asks for less?
      </p>
      <p>Chiropractor Dr. Jory Pell is the man half the fire brigade swears by.</p>
      <a href="/new-patients">New patients</a>
    </Section>
  );
}
