import { Reveal } from "./Reveal";
import { Eye, Zap, Award } from "lucide-react";

const tiles = [
  { value: "99.6%", label: "achieve 20/20 or better" },
  { value: "7 sec", label: "Laser time per eye" },
  { value: "22,000", label: "Eyes treated" },
  { value: "4.9★", label: "across 1,840 reviews" },
];

export function LasikHero() {
  return (
    <>
      <section className="relative py-40 text-white bg-slate-900">
        <h1 className="text-7xl font-light">Wake up to <em>perfect vision</em>.</h1>
        <p className="text-xl max-w-xl">
          Bladeless LASIK at Fenwick Laser Eye, by the region&apos;s most trusted surgeon. Throw away your glasses for good.
        </p>
        <button className="rounded-full px-8 py-4 bg-white text-slate-900">Am I a candidate?</button>
      </section>
      <section className="grid grid-cols-4">
        {tiles.map((t) => <div key={t.label}><b>{t.value}</b><span>{t.label}</span></div>)}
      </section>
      <section className="py-20 grid md:grid-cols-3 gap-8">
        <Reveal>
          <Zap />
          <h3>Fast</h3>
          <p>Both eyes are treated in a visit of about 90 minutes. Most patients drive and work the very next day.</p>
        </Reveal>
        <Reveal>
          <Eye />
          <h3>Painless</h3>
          <p>Drops numb the eye completely. You look at a green light while the laser reshapes the cornea.</p>
        </Reveal>
        <Reveal>
          <Award />
          <h3>Guaranteed</h3>
          <p>If your sight changes we retreat at no charge, for life. Yearly checks with your optometrist are a condition.</p>
        </Reveal>
        <p className="col-span-3 text-sm">From $1,995 per eye. Stop soft contact lenses a week before your measurements, rigid ones a month before. Not everyone&apos;s cornea is thick enough; about one in six people we measure is advised against surgery.</p>
      </section>
    </>
  );
}
