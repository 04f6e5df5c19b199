import { Button } from "components/ui/button";
import { Gift, Car, Timer } from "lucide-react";

export default function FootPainCallout() {
  const reasons = [
    { icon: Timer, text: "Feel the difference from visit one" },
    { icon: Car, text: "Drive yourself there and back" },
    { icon: Gift, text: "$49 introductory exam (normally $279)" },
  ];
  return (
    <section id="neuropathy" className="py-16 bg-yellow-50">
      <p className="text-xs uppercase">Neuropathy program · Cutler&apos;s Mill</p>
      <h2 className="text-4xl">Numb, burning feet? Don&apos;t wait until you lose a toe.</h2>
      <p>
        You may have been told to live with it. You may have been handed gabapentin and sent home. Our three-step program brings blood back to starving nerves and reverses numbness, burning and tingling, with no drugs and no surgery.
      </p>
      <ol>
        <li>Light: LED boots for twenty minutes trigger new blood vessels.</li>
        <li>Current: a mild electric signal re-educates the nerve.</li>
        <li>Nutrition: a tailored supplement pack, sold at the front desk.</li>
      </ol>
      <ul>
        {reasons.map((r) => <li key={r.text}><r.icon size={18} /> {r.text}</li>)}
      </ul>
      <blockquote>"I can feel the carpet again!" — Verna, 72</blockquote>
      <p>
        The exam takes about an hour. We test vibration, hot and cold, and balance, and take a thermal picture of both feet. Diabetes, alcohol, chemotherapy and low B12 are the usual causes of nerve damage; in many people none is found.
      </p>
      <p>More than 4,000 patients helped, with a success rate of 87%.</p>
      <Button>Call now, spaces are limited</Button>
      <p className="text-xs">Offer excludes Medicare patients. Home visits are not available.</p>
    </section>
  );
}
