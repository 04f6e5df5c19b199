import { motion } from "framer-motion";
import { Link } from "wouter";

const faqs = [
  { q: "Why whiten at a dentist's?", a: "We check for decay and leaking fillings first and protect the gums. Our gel is five times stronger than anything from a shop." },
  { q: "How white will they get?", a: "Up to eight shades lighter in an hour. Yellow teeth respond better than grey ones, and crowns stay as they are." },
  { q: "Will it hurt?", a: "Some people get short zaps for a day or two. We use a potassium gel beforehand and stop if you ask." },
  { q: "How long does it last?", a: "Coffee, tea, red wine and tobacco bring the colour back. Many patients top up with trays once or twice a year." },
  { q: "Does it damage enamel?", a: "Not in the slightest. Peroxide passes through the enamel and breaks up pigment in the dentine." },
  { q: "Can anyone have it?", a: "Not during pregnancy, under 18, or with untreated cavities. Exposed roots are a reason to go slowly." },
];

export default function Whitening() {
  return (
    <section className="py-20 bg-sky-50">
      <motion.h1 initial={{ y: 20 }} animate={{ y: 0 }} className="text-5xl font-light">
        The smile you&apos;ve always wanted
      </motion.h1>
      <p>In-chair whitening at Saltmarsh Dental costs $420, take-home trays $260, both together $590.</p>
      <dl>{faqs.map((f) => (<div key={f.q}><dt>{f.q}</dt><dd>{f.a}</dd></div>))}</dl>
      <h2>The appointment</h2>
      <p>Shade photograph, polish, lip retractor, gum barrier, then three rounds of gel under a lamp. The lamp is mostly for show; trials find little difference with and without. Eat nothing coloured for two days.</p>
      <h2>Patients say</h2>
      <blockquote>"Three people at work asked what I'd had done."</blockquote>
      <blockquote>"They fitted me in before my sister's wedding and were kind about my nerves."</blockquote>
      <Link href="/offers">Bride and groom packages: 20% off through June</Link>
    </section>
  );
}
