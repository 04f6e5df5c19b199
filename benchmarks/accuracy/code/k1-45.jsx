// Written for this evaluation set; no real clinic's page.
import ChairIllustration from "../svg/chair";
import FaqItem from "./FaqItem";

const faqs = [
  { q: "What happens on the chair?", a: "You sit fully dressed for 28 minutes while a magnetic field makes the pelvic floor contract." },
  { q: "How is that different from Kegels?", a: "One sitting is worth 11,000 of them, and you can scroll while it happens." },
  { q: "What about a pelvic floor therapist?", a: "Good for those with months to spare. We take three weeks." },
  { q: "Is it FDA cleared?", a: "Yes, for stimulating pelvic floor muscles in women and men with urinary incontinence." },
  { q: "Any side effects?", a: "Muscle ache, tingling. Not with a pacemaker, a copper IUD, metal in the hips or pelvis, or in pregnancy." },
];

export default function MagneticChair() {
  return (
    <section className="chair">
      <ChairIllustration title="Magnetic chair" />
      <h1 className="display">Jump on the trampoline again</h1>
      <h2>Quince & Clover Women's Health</h2>
      <p>
        One in four adult women in the US has at least one pelvic floor disorder (Nygaard 2008, doi:10.1001/jama.300.11.1311). Few bring it up. We do.
      </p>
      <p>
        Leaks after birth, leaks with a sneeze, leaks on the way to the key in the door. A small trial industry paid for found fewer pads a day after six sessions; how long that lasts has not been settled.
      </p>
      <p>At ours, 95 of 100 graduates bin their pads.</p>
      <p>Men after prostate surgery are welcome. Ask your urologist first.</p>
      <div className="faq">
        {faqs.map((f) => (
          <FaqItem key={f.q} question={f.q} answer={f.a} />
        ))}
      </div>
      <p className="aside">
        Bonus nobody complains about: intimacy gets its fireworks back.
      </p>
      <p className="aside">
        Blood in the urine, pain or a bulge needs an exam, not a chair.
      </p>
      <a className="button" href="/pelvic-visit">See Dr. Rosamund Achterberg</a>
      <p className="tiny">Mention the school run and sit once for nothing.</p>
    </section>
  );
}
