import Head from "next/head";
import { PriceTable } from "../components/PriceTable";

type Row = { name: string; detail?: string; price: string };

const consults: Row[] = [
  { name: "New patient consultation", detail: "40 minutes with a physiotherapist", price: "$145" },
  { name: "Follow-up", detail: "30 minutes", price: "$98" },
  { name: "Long follow-up", detail: "45 minutes, for two areas", price: "$128" },
  { name: "Telehealth review", detail: "20 minutes", price: "$70" },
];

const extras: Row[] = [
  { name: "Dry needling", detail: "Added to a follow-up where suitable", price: "$15" },
  { name: "Shockwave, single area", detail: "Non-invasive and virtually pain free", price: "$110" },
  { name: "Orthotics, pair", detail: "Corrects flat feet. Includes casting and one adjustment", price: "$480" },
  { name: "Running analysis", detail: "60 minutes on the treadmill with video", price: "$190" },
  { name: "Clinical Pilates, class of four", detail: "An assessment is needed first", price: "$38" },
];

export default function Fees() {
  return (
    <>
      <Head>
        <title>Fees and rebates | Tallowood Physiotherapy, Bermagui</title>
        <meta name="description" content="Our current fees, health fund claims, Medicare plans, WorkCover and NDIS." />
      </Head>
      <main>
        <h1>Fees</h1>
        <p>Quality care should come with clear prices. Fees were last changed on 1 July 2024. GST does not apply to physiotherapy services; it does apply to goods.</p>
        <PriceTable caption="Consultations" rows={consults} />
        <PriceTable caption="Other services" rows={extras} />
        <h2>Health funds</h2>
        <p>We have a HICAPS terminal, so you can claim on the spot and pay the gap. What you get back depends on your cover, and your fund can tell you before the visit.</p>
        <h2>Medicare</h2>
        <p>With a chronic disease management plan from your GP you may have a rebate on up to five allied health visits in a calendar year. A gap of about $40 remains.</p>
        <h2>WorkCover, CTP and DVA</h2>
        <p>Bring your claim number and approval. Without it we ask for payment on the day and give you a receipt.</p>
        <h2>Packages</h2>
        <p>We do not sell blocks of visits in advance. How many you need is hard to tell at the start, and many people need fewer than they fear.</p>
        <h2>If you are not sure</h2>
        <p>Ring and ask for a physio to call you back. There is no charge, and we may well send you to your doctor instead.</p>
      </main>
    </>
  );
}
