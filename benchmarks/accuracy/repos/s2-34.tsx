import { Reveal } from "./Reveal";

const numbers = [
  ["87%", "in remission after 10 sessions"],
  ["5 days", "to feel the difference"],
  ["0", "side effects to speak of"],
  ["3,000+", "patients seen in Eastmoor and Vale"],
];

export function NeurofeedbackStats() {
  return (
    <section className="py-24 bg-indigo-950 text-white">
      <Reveal className="max-w-3xl mx-auto text-center">
        <p className="uppercase text-xs">Neurofeedback for ADHD, anxiety and trauma</p>
        <h2 className="text-5xl font-light">Train your brain out of anxiety</h2>
        <p className="text-white/70">
          Sensors on the scalp read the brain&apos;s electrical activity while you watch a film. When the rhythm drifts, the picture dims. Over time the brain rewires itself to stay calm and focused.
        </p>
      </Reveal>
      <dl className="grid grid-cols-2 md:grid-cols-4 gap-8 mt-16 text-center">
        {numbers.map(([n, l]) => (
          <div key={l}><dt className="text-4xl">{n}</dt><dd>{l}</dd></div>
        ))}
      </dl>
      <Reveal className="max-w-3xl mx-auto mt-16 space-y-4">
        <p>Where medication only masks symptoms, neurofeedback goes to the source. Children as young as five can take part; most choose a cartoon.</p>
        <p>Sessions are 40 minutes, twice a week. The gel washes out with warm water. A quantitative EEG at the start and after session twenty shows you a map of the change.</p>
        <p>The most advanced brain training in the state, led by a licensed clinical psychologist and two certified technicians.</p>
        <a className="underline" href="/brain-map">Claim a free brain map (worth $350)</a>
      </Reveal>
    </section>
  );
}
