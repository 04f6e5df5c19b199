import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Button } from "@/components/ui/button";

type Treatment = { title: string; from: string; good: string[]; know: string };

const treatments: Treatment[] = [
  {
    title: "Laser hair removal",
    from: "from $75",
    good: ["Permanent smoothness", "Safe on all skin types", "No more ingrown hairs"],
    know: "Six to eight sessions, four to six weeks apart. Shave the day before; no waxing or plucking.",
  },
  {
    title: "IPL photofacial",
    from: "from $240",
    good: ["Sun spots flake off", "Less flushing", "No make-up for a day"],
    know: "Not for tanned or dark skin, where the light can burn. Three sessions are usual.",
  },
  {
    title: "Tattoo laser",
    from: "from $120",
    good: ["Complete removal of black ink", "Cooling air throughout", "Ten minutes for a palm-sized tattoo"],
    know: "Green and yellow are stubborn. Eight to twelve sessions over a year or more; a pale shadow may remain.",
  },
];

export function LaserCards() {
  return (
    <section className="py-20">
      <h2 className="text-4xl font-light">Laser room</h2>
      <p>Light is absorbed by pigment, turns to heat, and damages what holds the pigment: a hair root, a freckle, a drop of ink. We choose the wavelength for your skin.</p>
      <div className="grid md:grid-cols-3 gap-8">
        {treatments.map((t) => (
          <Card key={t.title}>
            <CardHeader><CardTitle>{t.title}</CardTitle><span>{t.from}</span></CardHeader>
            <CardContent>
              <ul>{t.good.map((g) => <li key={g}>{g}</li>)}</ul>
              <p className="text-sm">{t.know}</p>
            </CardContent>
          </Card>
        ))}
      </div>
      <h3>Afterwards</h3>
      <p>Redness and swelling last hours to days. Blisters, scars and lighter or darker patches can occur, more often on darker skin and after sunbathing. Tell us about isotretinoin, cold sores and moles that have changed.</p>
      <p>A patch test is done at least two days before the first session. Eye shields stay on. We do not treat over moles.</p>
      <Button>Get 3 for 2 until Friday</Button>
    </section>
  );
}
