import { Link } from "wouter";
import { Reveal } from "@/components/Reveal";

const bullets = {
  suits: [
    "Stress or mixed leakage after birth or in later life",
    "Heaviness from a mild prolapse",
    "Pain on penetration, after a doctor has looked for other causes",
  ],
  not: ["Blood in the urine", "A fever or infection", "The first weeks after pelvic surgery, unless your surgeon agrees"],
};

export default function PelvicFloor() {
  return (
    <article className="py-16 max-w-3xl mx-auto">
      <h1 className="text-4xl font-light">Pelvic floor physiotherapy</h1>
      <p>
        The pelvic floor is a sheet of muscle slung from the pubic bone to the tailbone. It holds the organs up and keeps bladder and bowel closed. Like any other muscle, it can be too weak, too tense or badly timed.
      </p>
      <Reveal>
        <h2>Does training work?</h2>
        <p>
          In a Cochrane review (Dumoulin et al. 2018, doi:10.1002/14651858.CD005654.pub4) women with stress leakage who trained under supervision were far more likely to report being cured or better than those who did not. It takes about three months of practice on most days, and the gain fades when practice stops.
        </p>
        <h2>Biofeedback and stimulation</h2>
        <p>A small probe shows on a screen what the muscle does. Electrical stimulation can help women who cannot feel a contraction at all. It may irritate the skin and is not used in pregnancy or with a pacemaker.</p>
        <h2>The magnetic chair</h2>
        <p>We do not own one. Studies so far are short and mostly small.</p>
      </Reveal>
      <Reveal>
        <h2>Suits</h2>
        <ul>{bullets.suits.map((b) => <li key={b}>{b}</li>)}</ul>
        <h2>See a doctor first</h2>
        <ul>{bullets.not.map((b) => <li key={b}>{b}</li>)}</ul>
      </Reveal>
      <Reveal>
        <h2>The first visit</h2>
        <p>Sixty minutes, door locked, a chaperone if you wish. An internal examination is offered and never required.</p>
        <p>$160, then $120 for each further visit. Ask Noor or Bridget anything by email. Their patients call them life-changing.</p>
        <Link href="/contact">Write to us</Link>
      </Reveal>
    </article>
  );
}
