import Image from "next/image";
import { Reveal } from "./Reveal";

const services = [
  {
    slug: "hydra",
    title: "Hydradermabrasion",
    img: "/img/hydra.webp",
    alt: "Aesthetician passing a suction tip across a client's cheek",
    text: "A spiral tip lifts dead cells while serum flows in. Plumper, cleaner skin in one visit.",
    price: "$165",
  },
  {
    slug: "led",
    title: "LED canopy",
    img: "/img/led.webp",
    alt: "Red light therapy reducing fine lines on a woman's face",
    text: "Twenty minutes under red and near-infrared light. Cells make more energy, so skin heals faster.",
    price: "$60",
  },
  {
    slug: "oxygen",
    title: "Oxygen infusion",
    img: "/img/oxygen.webp",
    alt: "Oxygen wand and glass ampoules on a tray",
    text: "Cool pressurised oxygen and hyaluronic serum. The red-carpet secret before a wedding or photo shoot.",
    price: "$190",
  },
  {
    slug: "dermaplane",
    title: "Dermaplaning",
    img: "/img/dermaplane.webp",
    alt: "Surgical blade held at an angle above the skin",
    text: "A fine blade takes off down and dull cells. Hair does not grow back thicker; that is a myth. Make-up goes on more evenly afterwards.",
    price: "$95",
  },
];

export function FacialMenu() {
  return (
    <section id="facials" className="py-24">
      <Reveal>
        <h2 className="text-4xl font-light text-center">Facials in Lantern Square</h2>
        <p className="text-center max-w-xl mx-auto">Four treatments by licensed aestheticians. Each starts with cleansing and a look at the skin under a lamp.</p>
      </Reveal>
      <div className="grid md:grid-cols-2 gap-8 mt-12">
        {services.map((s) => (
          <article key={s.slug} id={s.slug}>
            <Image src={s.img} alt={s.alt} width={600} height={450} />
            <h3>{s.title} <span>{s.price}</span></h3>
            <p>{s.text}</p>
          </article>
        ))}
      </div>
      <p className="mt-12">Memberships are $129 a month and include any one facial. Unused months roll over. Join in December and your first month is half price.</p>
      <p>Please leave out retinoids for three days before your visit, and tell us if you are pregnant or have been waxed this week.</p>
      <p>"My skin has never looked this good." — Ffion, member since March</p>
    </section>
  );
}
