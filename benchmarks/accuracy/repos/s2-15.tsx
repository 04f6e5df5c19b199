import { Ear, Volume2, Users, Wrench } from "lucide-react";

const pillars = [
  { icon: Ear, title: "A full hearing test", desc: "Pure tones, speech in quiet, speech in noise, and a look at the eardrum. Allow 75 minutes." },
  { icon: Volume2, title: "Real-ear measurement", desc: "A thin microphone in the ear canal shows what the aid delivers. We set it by that measurement, not by the factory default." },
  { icon: Users, title: "Bring someone", desc: "A familiar voice in the room helps, and partners often remember what you miss." },
  { icon: Wrench, title: "Aftercare for four years", desc: "Cleaning, tubing, software updates and a loan aid when yours is away for repair." },
];

export default function HearingCare() {
  return (
    <section className="py-20">
      <h1 className="text-4xl font-light">Hearing care in Upper Tarn</h1>
      <p className="text-lg">
        Hearing loss usually arrives so slowly that others notice before you do. An aid will not give back the hearing you had at twenty. It makes speech louder and clearer, and most wearers need a few weeks to get used to it.
      </p>
      <div className="grid md:grid-cols-2 gap-6">
        {pillars.map((p) => (
          <div key={p.title}><p.icon size={22} /><h3>{p.title}</h3><p>{p.desc}</p></div>
        ))}
      </div>
      <h2>Price list</h2>
      <dl>
        <dt>Essential pair</dt><dd>$1,900. Two programs, replaceable batteries.</dd>
        <dt>Comfort pair</dt><dd>$3,100. Rechargeable, streaming, clearer speech in restaurants.</dd>
        <dt>Signature pair</dt><dd>$4,800. Automatic scene detection and the most natural sound on the market.</dd>
      </dl>
      <p>Over-the-counter aids cost less and suit some adults with mild loss. We will tell you if you are one of them, and fit them for a small fee.</p>
      <h2>Go to a doctor first if</h2>
      <ul>
        <li>one ear has gone deaf within a few days,</li>
        <li>there is pain, discharge or vertigo,</li>
        <li>ringing is in one ear only or beats with your pulse.</li>
      </ul>
      <p>There is no cure for most tinnitus. Aids, sound and counselling may make it less of a bother. Ask us about the 60-day return, which applies to every pair we sell.</p>
    </section>
  );
}
