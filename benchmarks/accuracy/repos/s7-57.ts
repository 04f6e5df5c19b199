type Option = { name: string; suits: string; downside: string };

export const snoring = {
  slug: "snoring-and-apnoea",
  title: "Snoring and sleep apnoea",
  metaDescription: "What a sleep test shows and which treatments there are for snoring and obstructive sleep apnoea at Vale ENT.",
  opening: [
    "Snoring by itself is a nuisance for the other person. Pauses in breathing are another matter, because over the years they are linked with high blood pressure and make you dangerous at the wheel.",
    "So we test before we treat. You wear a small box and a clip on the finger for one night in your own bed.",
  ],
  options: [
    { name: "Weight, alcohol, sleeping on the side", suits: "Nearly everyone, as a start", downside: "Harder than it sounds" },
    { name: "CPAP", suits: "Moderate and severe apnoea", downside: "About a third give it up; dry nose, marks from the mask" },
    { name: "Mandibular splint", suits: "Snoring and mild apnoea, enough healthy teeth", downside: "Sore jaw, teeth may shift over the years" },
    { name: "Palate surgery", suits: "Few, after careful selection", downside: "Two weeks of bad pain, bleeding, change in swallowing; the snoring may return" },
    { name: "Laser to the palate", suits: "We no longer offer it", downside: "Little sign that the effect lasts" },
    { name: "Hypoglossal nerve stimulator", suits: "Apnoea when CPAP has failed, BMI under 35", downside: "An operation, a device in the chest, a new battery after about ten years" },
  ] as Option[],
  driving: "If you get sleepy while driving you must stop until it is treated. We will tell you when and how to inform the authority.",
  team: "Miss Farquhar sees new patients on Tuesdays. Sister Agnew runs the CPAP clinic and answers the phone between nine and noon.",
  fees: { test: 240, consultation: 210, splint: 980 },
  cta: "Send us your partner's recording and book",
};
