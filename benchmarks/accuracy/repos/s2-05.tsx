import { Reveal } from "./Reveal";

export function Testimonials() {
  const testimonials = [
    { quote: "I lost 41 pounds in five months and my knees stopped hurting. The nurses answered every message.", name: "Dana R.", detail: "Semaglutide program" },
    { quote: "I had tried every diet there is. This is the only thing that ever worked for me.", name: "Hollis", detail: "Tirzepatide program" },
    { quote: "Parking is easy, and nobody made me feel judged on the scale.", name: "Mercy T.", detail: "Member since 2022" },
    { quote: "My blood sugar is normal and my doctor took me off two pills. I feel thirty again.", name: "Walt", detail: "Metabolic reset" },
  ];

  const tiles = [
    { n: "4.9 / 5", t: "from 612 Google reviews" },
    { n: "18%", t: "average body weight lost" },
    { n: "9 in 10", t: "keep it off a year later" },
  ];

  return (
    <section id="stories" className="py-28 bg-[var(--sand)]">
      <div className="max-w-7xl mx-auto px-6">
        <Reveal className="text-center mb-16">
          <div className="uppercase text-sm">Member stories</div>
          <h2 className="text-5xl font-light">Real people, real results</h2>
          <p>You have carried this long enough. Here is what happened when our members stopped dieting and started treating the biology.</p>
        </Reveal>
        <div className="grid md:grid-cols-2 gap-8">
          {testimonials.map((t, i) => (
            <Reveal key={i} delay={i * 0.1} className="bg-white p-10 rounded-3xl">
              <div aria-hidden>★★★★★</div>
              <blockquote>{t.quote}</blockquote>
              <div>{t.name}</div>
              <div className="text-sm">{t.detail}</div>
            </Reveal>
          ))}
        </div>
        <div className="grid grid-cols-3 mt-16 text-center">
          {tiles.map((x) => (
            <div key={x.t}><strong>{x.n}</strong><span>{x.t}</span></div>
          ))}
        </div>
        <p className="text-center mt-12">
          The program includes a weekly injection you give yourself, a monthly weigh-in, and a dietitian session every six weeks.
          Membership is $249 a month; medication is billed separately by the pharmacy.
        </p>
      </div>
    </section>
  );
}
