export const metadata = {
  title: "Careers | Orford Laser Eye",
  description: "Optometrist, theatre nurse and patient adviser posts at Orford Laser Eye in Norwich and Ely.",
};

const roles = [
  { title: "Optometrist (0.6 to full time)", site: "Ely", text: "Pre-operative assessment, corneal topography and aftercare. GOC registration needed; experience in refractive surgery is useful but we train." },
  { title: "Theatre nurse", site: "Norwich", text: "Two theatre days and one day of telephone follow-up. You will check lens powers with the surgeon and have the authority to stop the list." },
  { title: "Patient adviser", site: "Norwich", text: "You answer questions on cost, timing and transport. You do not give clinical advice and you are not paid commission. A past life in sales is no advantage." },
];

const values = [
  "One in five people who come to us is told that laser is not for them. We count that as a good consultation.",
  "Complications are discussed at an open meeting each month. Nobody is blamed for bringing a case.",
  "We publish our infection and retreatment figures every year, with the numbers they are drawn from.",
];

export default function Careers() {
  return (
    <main>
      <section className="hero">
        <h1>Come and work with us</h1>
        <p>Join the UK's most advanced eye team.</p>
      </section>
      <section>
        <h2>How we work</h2>
        <ul>{values.map((v) => <li key={v}>{v}</li>)}</ul>
      </section>
      <section>
        <h2>Open posts</h2>
        {roles.map((r) => (
          <div key={r.title} className="card">
            <h3>{r.title}</h3>
            <p>{r.site}</p>
            <p>{r.text}</p>
          </div>
        ))}
      </section>
      <section>
        <h2>What we offer</h2>
        <ul>
          <li>33 days of leave including bank holidays</li>
          <li>Pension contribution of 8%</li>
          <li>College and GOC fees paid</li>
          <li>Laser or lens surgery for staff at cost, if suitable, and done by a surgeon of your choice elsewhere if you prefer</li>
        </ul>
        <h2>Apply</h2>
        <p>Write to people@orfordlasereye.example by the date in the advert. We answer every letter.</p>
      </section>
    </main>
  );
}
