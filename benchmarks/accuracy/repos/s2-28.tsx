const dos = ["Brush twice a day with fluoride toothpaste", "Clean between the teeth every evening", "Come every three to four months in the first year"];
const donts = ["Smoke in the first weeks: healing is poorer and implants fail more often", "Chew on the side of a fresh graft", "Rinse hard on the first day"];

export function GumTreatment() {
  return (
    <section className="max-w-4xl mx-auto py-20">
      <h1 className="text-4xl">Gum disease treatment at Tolliver Periodontics</h1>
      <p>
        Gum disease begins with bleeding and ends, if nothing is done, with loose teeth. The bone that has gone does not usually grow back. Treatment aims to stop more from being lost.
      </p>
      <h2>Deep cleaning</h2>
      <p>Under local anaesthetic the hygienist removes tartar below the gum line. It takes two visits of an hour. Teeth are often sensitive to cold for some weeks, and gums shrink a little as the swelling goes down, so teeth may look longer.</p>
      <h2>Laser-assisted surgery</h2>
      <p>
        A laser fibre is passed into the pocket before and after cleaning. Patients ask whether it is better than ordinary surgery. Trials are small and the difference in pocket depth is modest. It involves less bleeding and is far gentler than the scalpel, which some people prefer.
      </p>
      <h2>Implants</h2>
      <p>A titanium screw is placed in the jaw and left for about three months before the crown. In a review of 10-year data (Howe et al. 2019, doi:10.1016/j.jdent.2019.03.008) about 96% were still in place; smokers and people with untreated gum disease do worse.</p>
      <div className="grid grid-cols-2 gap-8">
        <div><h3>Please do</h3><ul>{dos.map((d) => <li key={d}>{d}</li>)}</ul></div>
        <div><h3>Please don&apos;t</h3><ul>{donts.map((d) => <li key={d}>{d}</li>)}</ul></div>
      </div>
      <h2>Fees</h2>
      <p>Deep cleaning $280 per quadrant. Laser-assisted surgery $1,100 per quadrant. Implant with crown from $4,300.</p>
      <p>If you have diabetes, take bisphosphonates or have had radiotherapy to the jaw, talk to your doctor and to us before treatment.</p>
    </section>
  );
}
