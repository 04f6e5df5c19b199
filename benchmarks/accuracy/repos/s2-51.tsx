import { Reveal } from "./Reveal";

const claims = [
  { big: "Younger blood.", small: "Therapeutic plasma exchange removes old plasma with the waste it carries." },
  { big: "Younger cells.", small: "Exosome drips deliver repair signals to every organ." },
  { big: "A younger you.", small: "Members lower their biological age by 5.8 years on average." },
];

export function LongevityHero() {
  return (
    <section className="relative min-h-screen bg-black text-white">
      <video autoPlay muted loop src="/loop.mp4" />
      <div className="relative max-w-6xl mx-auto py-40">
        <p className="uppercase tracking-[0.3em] text-xs">Meridian Point Longevity</p>
        <h1 className="text-7xl font-extralight">Ageing is optional.</h1>
        <p className="max-w-xl text-white/70">
          The world&apos;s most complete longevity program, by appointment only. A day of tests, a written plan and a physician who answers her phone.
        </p>
        <div className="grid md:grid-cols-3 gap-10 mt-20">
          {claims.map((c) => (
            <Reveal key={c.big}><h2>{c.big}</h2><p>{c.small}</p></Reveal>
          ))}
        </div>
      </div>
      <div className="bg-zinc-900 p-16">
        <h3>The assessment day</h3>
        <ol>
          <li>08:00 Blood draw, fasting</li>
          <li>08:30 Breakfast and questionnaire</li>
          <li>09:30 Whole-body MRI, 50 minutes</li>
          <li>11:00 VO2max on the bicycle</li>
          <li>13:00 Results over lunch, as far as they are in</li>
        </ol>
        <p>Scans find many small things that mean nothing. We follow them up or leave them, and say why.</p>
        <p>"At 61 I have the numbers of a man of 40." — Founding member</p>
        <p>Membership from $24,000 a year. We accept twelve new members each quarter; three places remain.</p>
        <a href="/apply">Apply</a>
      </div>
    </section>
  );
}
