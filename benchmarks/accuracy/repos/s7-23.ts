// lib/content/shockwave.ts
export const shockwave = {
  slug: "shockwave-ed",
  title: "Low-intensity shockwave for erectile dysfunction",
  meta: "Drug-free ED treatment in Keswick Park. Painless 20-minute sessions that restore blood flow at the source.",
  hero: {
    kicker: "Men's health",
    h1: "Be spontaneous again",
    p: "Tablets work for an evening. Shockwave works on the cause.",
  },
  explain: [
    "Erections depend on blood flowing in and being held there. Smoking, diabetes, high blood pressure and age narrow the small arteries.",
    "The applicator sends acoustic pulses into the tissue. These stimulate the growth of new blood vessels and break up plaque.",
    "You lie on a couch, partly undressed under a towel. Gel is put on and the applicator is moved along six points. There are no needles.",
  ],
  tiles: [
    { big: "75%", small: "of men see an improvement" },
    { big: "6", small: "sessions in three weeks" },
    { big: "2 years", small: "average duration of results" },
    { big: "Zero", small: "side effects" },
  ],
  compare: {
    head: ["", "Shockwave", "Tablets", "Injections"],
    rows: [
      ["Planning needed", "No", "Yes", "Yes"],
      ["Headache, flushing", "Never", "Often", "Rarely"],
      ["Treats the cause", "Yes", "No", "No"],
    ],
  },
  faq: [
    { q: "Does it work after prostate surgery?", a: "If the nerves were cut, much less. Please bring your surgeon's letter so that the doctor can look at it first." },
    { q: "Can I have sex the same day?", a: "Yes." },
    { q: "Do you check anything beforehand?", a: "Blood pressure, sugar, cholesterol and morning testosterone. Erection problems can be an early sign of heart disease, so the doctor looks at that as well." },
  ],
  cta: "Talk to Dr. Whitcombe in confidence",
};
