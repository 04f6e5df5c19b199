// Written for this evaluation set; no real clinic's page.
import Image from "next/image";
import Link from "next/link";
import { Hero } from "@/components/hero";
import { Band } from "@/components/band";
import heroPic from "@/public/img/coil-room.webp";

export const metadata = {
  title: "TMS Therapy | Quiet Pines Psychiatry",
  alternates: { canonical: "/tms" },
};

const steps = [
  { n: 1, label: "Phone screen", minutes: 15 },
  { n: 2, label: "Consult and motor threshold", minutes: 60 },
  { n: 3, label: "Daily sessions", minutes: 20 },
];

export default function Page() {
  return (
    <>
      <Hero
        eyebrow="Transcranial magnetic stimulation"
        heading="Depression ends here"
        sub="All of the benefit of medication, none of the side effects."
        cta={{ href: "/book", label: "Request a consult" }}
      >
        <Image src={heroPic} alt="A treatment chair beside a window" priority />
      </Hero>

      <Band tone="paper" id="steps">
        <ol>
          {steps.map((s) => (
            <li key={s.n}>
              <b>{s.label}</b> <span>{s.minutes} min</span>
            </li>
          ))}
        </ol>
      </Band>

      <Band tone="ink">
        <p>
          Insurance: we check it for you before the consult.{" "}
          <Link href="/insurance">Plans we bill</Link>
        </p>
      </Band>
    </>
  );
}
