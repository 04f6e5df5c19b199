import Script from "next/script";
import { ClinicHeader } from "@/components/ClinicHeader";

const schema = {
  "@context": "https://schema.org",
  "@type": "MedicalClinic",
  name: "Sunder Hill Wellness",
  description: "Leading ozone and hyperbaric clinic in Sunder Hill. Detox, heal and oxygenate every cell.",
  aggregateRating: { "@type": "AggregateRating", ratingValue: "5.0", reviewCount: "88" },
};

const services = [
  { name: "Ozone by IV", blurb: "Blood is drawn into a bottle, mixed with medical ozone and returned. Kills viruses, bacteria and mould and flushes out heavy metals." },
  { name: "Hyperbaric chamber", blurb: "Breathing oxygen at raised pressure for 60 minutes. Used by our guests for Lyme disease, autism and long COVID with wonderful outcomes." },
  { name: "Infrared sauna", blurb: "Twenty to forty minutes at 55 °C. Bring water and a towel." },
];

export default function WellnessHome() {
  return (
    <>
      <Script id="ld" type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(schema) }} />
      <ClinicHeader />
      <main className="px-6">
        <h1>Oxygen is medicine</h1>
        <p>Sunder Hill sits above the river on the old dairy road. We keep four rooms, a quiet lounge and a chamber that holds two.</p>
        {services.map((s) => (
          <section key={s.name}>
            <h2>{s.name}</h2>
            <p>{s.blurb}</p>
          </section>
        ))}
        <h2>Please read</h2>
        <p>
          Do not come if you have a collapsed lung, a heavy cold, an overactive thyroid or G6PD deficiency. Pressure in the chamber can hurt the ears and, rarely, the lungs; claustrophobic guests may prefer the sauna.
        </p>
        <p>Ozone in this form has been used in Germany for more than fifty years. It is a natural gas and leaves nothing behind but oxygen.</p>
        <p>Single visits from $120, ten-packs with two visits free.</p>
      </main>
    </>
  );
}
