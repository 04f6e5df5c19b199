export const hero = {
  eyebrow: "Dermatology for pets · Corriedale",
  title: "Itchy dog? There is more we can do.",
  lede: "Allergic skin disease cannot be cured, but with the right plan most dogs are far more comfortable. We find out what sets it off and build the plan with you.",
  cta: "Ask your vet to refer",
};

const cards = [
  { t: "Allergy testing", d: "Intradermal or blood tests help us choose what goes into a vaccine. They do not diagnose allergy by themselves." },
  { t: "Immunotherapy", d: "Small doses of pollen or mite extract over months. About two dogs in three improve to some degree; it can take a year to know." },
  { t: "Monthly antibody injection", d: "Stops the itch within a day and has no side effects." },
  { t: "Diet trial", d: "Eight weeks on one protein the dog has never had. No treats, no chews, no exceptions." },
  { t: "Ozone baths", d: "Micro-bubbles deep-clean the coat and calm inflamed skin." },
];

export default function PetSkin() {
  return (
    <main>
      <section className="py-24 text-center">
        <span>{hero.eyebrow}</span>
        <h1>{hero.title}</h1>
        <p>{hero.lede}</p>
        <a href="/refer">{hero.cta}</a>
      </section>
      <section className="grid md:grid-cols-3 gap-6">
        {cards.map((c) => <div key={c.t}><h3>{c.t}</h3><p>{c.d}</p></div>)}
      </section>
      <section>
        <h2>The first appointment</h2>
        <p>Allow ninety minutes. Please do not bathe your dog for five days before, and bring every bottle and tube you have used. We look at the ears under the microscope and take skin scrapes.</p>
        <p>Not all dogs do equally well, and some need two or three changes of plan. You will have the same dermatologist throughout.</p>
        <img src="/milo.jpg" alt="Milo after three months of treatment, with a full coat" />
      </section>
    </main>
  );
}
