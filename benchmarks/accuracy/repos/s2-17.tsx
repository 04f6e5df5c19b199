import { PageLayout } from "@/components/PageLayout";

const faqs = [
  { q: "What is intrauterine insemination?", a: "Washed sperm is placed in the uterus through a thin catheter around the time of ovulation. It takes a few minutes and feels rather like a smear test." },
  { q: "What are our chances?", a: "They depend above all on age. In our clinic in 2023, 12% of cycles in women under 35 led to a live birth, and 4% in women of 40 to 42. The counts behind these figures are in our annual report, linked below." },
  { q: "Should we try IVF at once?", a: "For blocked tubes, severe male factor or age over 40, IVF is often the more sensible step. We go through both with you side by side." },
  { q: "What are the risks?", a: "Twins or more if ovulation drugs are used, infection in fewer than 1 in 500 cycles, and now and then ovarian hyperstimulation. Cramping and spotting are common." },
  { q: "Does diet matter?", a: "Folic acid before conception lowers the chance of neural tube defects. Beyond that, the evidence for fertility diets is thin." },
  { q: "Do you offer acupuncture?", a: "A partner practice does. It helps you relax through treatment; trials have not shown that it raises birth rates." },
  { q: "How is payment handled?", a: "A cycle of IUI costs $1,050 with monitoring. Donor sperm, drugs and blood tests are extra. Some states require insurers to cover part." },
];

export default function IuiFaq() {
  return (
    <PageLayout
      seoTitle="IUI questions — Merrow Fertility"
      seoDescription="Honest answers about IUI at Merrow Fertility: chances by age, risks, costs and when IVF is the better choice."
      eyebrow="Fertility"
      title={<>Questions about <em>IUI</em></>}
      lede="Fertility care is full of numbers. We try to give you ours straight, with the bad months included."
    >
      <dl>
        {faqs.map((f) => (
          <div key={f.q}><dt>{f.q}</dt><dd>{f.a}</dd></div>
        ))}
      </dl>
      <p>
        Read the <a href="/reports/2023.pdf">2023 annual report</a>. Speak to one of our doctors or to your gynaecologist before you decide on anything.
      </p>
      <p>Don&apos;t let another year slip by — the first conversation is free of obligation.</p>
    </PageLayout>
  );
}
