import { Reveal } from "./Reveal";
import { ClipboardList, FlaskConical, Ruler, Phone } from "lucide-react";

const steps = [
  { icon: ClipboardList, t: "History", d: "Periods, flushes, sleep, mood, migraines, clots in the family, what you have tried." },
  { icon: FlaskConical, t: "Tests where they help", d: "Over 45, menopause is diagnosed by talking. Saliva hormone panels are not reliable and we do not sell them." },
  { icon: Ruler, t: "Lowest dose that works", d: "Patch, gel or tablet from an ordinary pharmacy. We look again after three months and then once a year." },
  { icon: Phone, t: "Questions in between", d: "A nurse rings back within two working days." },
];

export function MenopauseCare() {
  return (
    <section className="py-24 bg-[var(--cream)]">
      <div className="max-w-5xl mx-auto px-6">
        <Reveal>
          <h1 className="text-5xl font-light">Menopause care at Goosefield Women&apos;s Health</h1>
          <p className="text-lg">
            Hormone therapy is approved for hot flushes and for preventing bone loss. It often helps sleep too, when flushes are what wakes you. It is not a treatment for ageing.
          </p>
        </Reveal>
        <div className="grid md:grid-cols-2 gap-6 mt-10">
          {steps.map((s) => (
            <Reveal key={s.t} className="bg-white p-8 rounded-2xl"><s.icon size={20} /><h2>{s.t}</h2><p>{s.d}</p></Reveal>
          ))}
        </div>
        <Reveal className="mt-12 space-y-4">
          <h2>Risks in plain numbers</h2>
          <p>Combined tablets taken for five years mean a few extra cases of breast cancer among a thousand women; the risk depends on the kind and the length of use. Tablets also raise the risk of clots. Patches seem to do so less, if at all.</p>
          <p>You should not take oestrogen after breast cancer, with unexplained bleeding, or with active liver disease.</p>
          <h2>Other ways</h2>
          <p>Fezolinetant, some antidepressants and cognitive therapy can ease flushes. Black cohosh has not done clearly better than placebo.</p>
          <p>Women leave here feeling like themselves again. The first visit is $240 and lasts 45 minutes.</p>
          <p>Talk with your own doctor before changing any medicine.</p>
        </Reveal>
      </div>
    </section>
  );
}
