// Written for this evaluation set; no real clinic's page.
import { useRef } from "react";
import LipChart from "@/components/LipChart";
import Pill from "@/components/Pill";

const shapes = ["Whisper", "Petal", "Statement"];
const myths = [
  { myth: "It hurts", fact: "Lidocaine in the gel plus cold spoons. You'll chat through it." },
  { myth: "I'll look like a duck", fact: "Never from this chair. Overfilling is for people who can't say stop." },
  { myth: "It can't be undone", fact: "Hyaluronic acid filler can be dissolved with hyaluronidase, which has risks of its own, such as allergy." },
  { myth: "Fillers are dangerous", fact: "It's sugar your body already makes." },
];

export default function Lips() {
  const ref = useRef<HTMLDivElement>(null);
  return (
    <div ref={ref}>
      <h1>The pout you'd have been born with, had anyone asked you</h1>
      <p className="lead">Half a syringe, half an hour, at Velvet Needle on Ninth.</p>
      <div>{shapes.map((s) => <Pill key={s}>{s}</Pill>)}</div>
      <LipChart alt="Outline of lips with three points" />
      <section>
        {myths.map((m) => (
          <details key={m.myth}><summary>{m.myth}</summary><p>{m.fact}</p></details>
        ))}
      </section>
      <h2>What to expect</h2>
      <p>Swelling is at its worst on day two. Bruises can take a week or more. Lumps sometimes need a massage or a second visit.</p>
      <h2>What we watch for</h2>
      <p>Filler that enters a blood vessel can kill skin and, very rarely, cause blindness or stroke. White or mottled skin and strong pain are an emergency, and you will have a number that is answered at night.</p>
      <h2>Approved?</h2>
      <p>The gels we use are FDA approved for lip augmentation in adults over 21. Who's right for it is decided with our physician.</p>
      <h2>How long?</h2>
      <p>Six to twelve months for most. Regulars find that by the third time it never quite leaves.</p>
      <p>No facialist, no gloss, no gadget comes near.</p>
      <p className="ig">Tag us: @velvetneedle, where 212 mouths have already done the talking.</p>
      <p className="deal">Lips before lashes: a syringe at cost for the first dozen December bookings.</p>
      <a href="/ninth-street">See Dr. Adaeze Rook</a>
    </div>
  );
}
