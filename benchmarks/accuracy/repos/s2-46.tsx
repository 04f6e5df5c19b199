const hours = [
  ["Monday to Thursday", "8:00 – 18:30"],
  ["Friday", "8:00 – 15:00"],
  ["Saturday", "9:00 – 12:00, nails and dressings only"],
];

export function PodiatryHome() {
  return (
    <main className="max-w-5xl mx-auto py-16">
      <section>
        <h1>Feet, looked after properly</h1>
        <p>Podiatry in Little Marsham for children, runners, people with diabetes, and anyone who can no longer reach their toenails.</p>
      </section>
      <section>
        <h2>Nail fungus</h2>
        <p>
          We send a clipping to the laboratory first, because half of thick nails are not fungal at all. Tablets clear more nails than lacquer does, but they need liver tests and a talk with your GP. Laser is cleared for the temporary increase of clear nail; results in studies are uneven, and we do not promise any.
        </p>
        <h2>Ingrown toenails</h2>
        <p>Under local anaesthetic the edge of the nail is removed and the root treated with phenol. It weeps for two to four weeks. In about one toe in twenty the spike comes back.</p>
        <h2>Verrucas</h2>
        <p>Many go by themselves within two years. Freezing and acid may speed that up, and hurt. Needling often works where freezing has failed.</p>
        <h2>Insoles</h2>
        <p>Off-the-shelf insoles do as well as made-to-measure for most heel pain, and cost a tenth. We sell both and tell you which.</p>
      </section>
      <section>
        <h2>Diabetes</h2>
        <p>Bring your latest HbA1c. We test feeling with a filament, feel the pulses, and look between the toes. A sore that does not heal within a few days is urgent: call us or go to the hospital.</p>
      </section>
      <section>
        <h2>Opening hours</h2>
        <table><tbody>{hours.map(([d, h]) => <tr key={d}><td>{d}</td><td>{h}</td></tr>)}</tbody></table>
        <p>New patients £62, follow-up £48, nail surgery £290. Wheelchair access from Church Lane.</p>
      </section>
    </main>
  );
}
