import { PageLayout } from "@/components/PageLayout";
import { Reveal } from "@/components/Reveal";

const steps = [
  { k: "Mapping", v: "Ultrasound marks the faulty vein from ankle to groin while you stand." },
  { k: "Numbing", v: "Dilute anaesthetic is placed around the vein through several small pricks." },
  { k: "Closing", v: "A fibre heats the wall and the vein shuts. Blood finds its way through healthy veins." },
  { k: "Walking", v: "You walk for fifteen minutes before you go home, and every day for two weeks." },
];

export default function VaricoseVeins() {
  return (
    <PageLayout
      seoTitle="Varicose vein laser — Holm Vein Center"
      seoDescription="Endovenous laser in Holm. One visit, no scars, lasting relief from aching legs."
      eyebrow="Veins"
      title={<>Varicose veins, <em>closed from the inside</em></>}
      lede="Stripping under general anaesthesia has become rare. Most veins can now be closed through a puncture at the knee."
    >
      <Reveal>
        <p>
          Varicose veins are veins whose valves leak. Blood pools, the leg feels heavy by evening, and the skin above the ankle may turn brown. They are not dangerous for most people, but ulcers and bleeding do occur.
        </p>
        <dl>{steps.map((s) => <div key={s.k}><dt>{s.k}</dt><dd>{s.v}</dd></div>)}</dl>
      </Reveal>
      <Reveal>
        <h2>Results</h2>
        <p>In our register of 640 legs, the treated vein was closed on ultrasound in 94% at one year. The register is not published. Heaviness and night cramps go away, and ulcers heal.</p>
        <h2>Risks</h2>
        <p>Bruising and a pulling cord along the thigh are usual for two weeks. Numb patches, skin burns and clots in the deep veins are less common. New varicose veins form in about a quarter of legs within five years.</p>
        <h2>Insurance</h2>
        <p>Plans usually pay when stockings have been tried for three months and the scan shows reflux. We send the report.</p>
        <p>No one in the county has closed more veins than Dr. Sefton Rye.</p>
      </Reveal>
    </PageLayout>
  );
}
