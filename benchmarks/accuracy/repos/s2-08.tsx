import { Card, CardContent, CardHeader, CardTitle } from "components/ui/card";

const packages = [
  { name: "Single arch clear aligners", price: "$2,950", items: ["Digital scan, no putty", "Up to 14 trays", "One refinement", "Retainer for the first year"] },
  { name: "Both arches", price: "$4,400", items: ["Up to 30 trays", "Two refinements", "Whitening kit at the end", "Retainers, upper and lower"] },
  { name: "Express Smile", price: "$3,600", items: ["Front six teeth only", "Straight in 12 weeks", "Weekly tray changes", "Vibration device to speed tooth movement by half"] },
];

export function Pricing() {
  return (
    <section id="pricing" className="py-20">
      <h2 className="text-4xl font-light text-center">Aligner prices at Dovecote Dental</h2>
      <p className="text-center max-w-2xl mx-auto">
        One price covers the scan, the trays and all visits. Teeth are moved by a sequence of removable trays worn for 20 to 22 hours a day. All the results of braces without the pain or the metal.
      </p>
      <div className="grid md:grid-cols-3 gap-8 mt-12">
        {packages.map((p) => (
          <Card key={p.name}>
            <CardHeader><CardTitle>{p.name}</CardTitle></CardHeader>
            <CardContent>
              <div className="text-3xl">{p.price}</div>
              <ul>{p.items.map((i) => <li key={i}>{i}</li>)}</ul>
            </CardContent>
          </Card>
        ))}
      </div>
      <div className="max-w-3xl mx-auto mt-16 space-y-4">
        <h3>Good to know</h3>
        <p>Aligners do not suit every bite. Deep overbites, rotated canines and missing teeth may need brackets, and we say so at the scan.</p>
        <p>Teeth drift back if retainers are not worn. Roots can shorten a little during any tooth movement, and gums need to be healthy before we start.</p>
        <p>Small attachments are bonded to some teeth with composite. They come off with a polishing disc.</p>
        <p>Enrol before the 30th and whitening is on us. Payment plans run over 6, 12 or 24 months with no interest for the first year.</p>
        <p className="text-sm">Rated 5.0 by our patients.</p>
      </div>
    </section>
  );
}
