import { PageLayout } from "@/components/PageLayout";
import { Reveal } from "@/components/Reveal";

const team = [
  { name: "Dr. Oriel Banks, DVM", role: "Rehabilitation and acupuncture", bio: "Oriel trained in small-animal surgery before turning to rehabilitation. She has two elderly whippets." },
  { name: "Pippa Sorrell, CCRP", role: "Hydrotherapy", bio: "Pippa runs the underwater treadmill and teaches owners how to lift a heavy dog without hurting themselves." },
  { name: "Cormac Ashe", role: "Reception", bio: "Knows every dog by name and most of the cats." },
];

export default function About() {
  return (
    <PageLayout
      seoTitle="About us — Larchwood Animal Rehab"
      seoDescription="Laser, hydrotherapy and acupuncture for dogs and cats in Larchwood. Gentle, drug-free care that gets older pets moving again."
      eyebrow="Our story"
      title={<>For pets who have <em>slowed down</em></>}
      lede="Larchwood Animal Rehab opened in 2015 in a former feed store, with one treadmill and a borrowed laser."
    >
      <Reveal>
        <h2>What we do</h2>
        <p>
          We see dogs after knee surgery, dogs with stiff hips, cats with arthritis and the occasional rabbit. Your regular vet sends us the notes and X-rays, and we write back after each block of visits.
        </p>
        <p>
          Cold laser light is passed over the joint for five to ten minutes. It stimulates cell repair and relieves inflammation, and most animals lie down for it. Water walking lets a dog use its legs with part of its weight carried.
        </p>
        <blockquote>
          "Biscuit could not climb the step in spring. By June he was chasing squirrels."
          <cite>Owner of a Labrador, 11</cite>
        </blockquote>
        <p>Every animal is different, and a dog with a ruptured ligament or a tumour will not get better on a treadmill. When we find something that worries us, we stop and ring your vet.</p>
      </Reveal>
      <div className="grid md:grid-cols-3 gap-6">
        {team.map((m) => (
          <div key={m.name}><h3>{m.name}</h3><p className="text-sm">{m.role}</p><p>{m.bio}</p></div>
        ))}
      </div>
    </PageLayout>
  );
}
