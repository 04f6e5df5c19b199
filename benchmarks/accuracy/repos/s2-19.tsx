import Link from "next/link";

const visit = [
  { n: "01", h: "Conversation", p: "Twenty minutes about your back, your work and what you have tried." },
  { n: "02", h: "Examination", p: "Reflexes, strength, range of motion. X-rays only where there is a reason." },
  { n: "03", h: "First adjustment", p: "A quick, low-force thrust to the joints that do not move well. Most people stand up straighter at once." },
  { n: "04", h: "Plan", p: "A written plan with the number of visits and the cost." },
];

export default function Chiropractic() {
  return (
    <div className="py-16 max-w-5xl mx-auto">
      <h1>Family Chiropractic in Brindle Creek</h1>
      <p>
        Your spine protects the nerves that run every organ. When vertebrae slip out of line, the nerve flow is blocked and the body cannot heal itself. Adjustments remove the interference.
      </p>
      <h2>Your first visit</h2>
      <div className="grid grid-cols-4 gap-4">
        {visit.map((v) => (
          <div key={v.n}><span>{v.n}</span><h3>{v.h}</h3><p>{v.p}</p></div>
        ))}
      </div>
      <h2>Who comes to us</h2>
      <ul>
        <li>Office workers with neck pain and headaches</li>
        <li>New mothers, and babies with colic and ear infections</li>
        <li>Runners who want to perform better and recover faster</li>
        <li>Retired people who hope to avoid surgery</li>
      </ul>
      <p>
        Back pain often gets better by itself within six weeks. If yours follows a fall, or comes with fever, weakness or trouble passing water, see a doctor before you see us.
      </p>
      <h2>Wellness care</h2>
      <p>
        Why wait until it hurts? Members who come twice a month keep their immune system at its peak and get sick less often. Chiropractic is natural, drug-free and safe for all ages.
      </p>
      <p>Membership is $79 a month. New patient special: exam, X-rays and first adjustment for $29 (a $240 value).</p>
      <Link href="/book">Reserve my spot</Link>
    </div>
  );
}
