export interface Package {
  id: string;
  name: string;
  price: number;
  blurb: string;
  includes: string[];
  popular?: boolean;
}

export const packages: Package[] = [
  {
    id: "starter",
    name: "Fresh Start",
    price: 390,
    blurb: "For a first peel. Light, quick and gentle on sensitive skin.",
    includes: ["Skin analysis with the camera", "Two lactic acid peels", "SPF 50 travel size"],
  },
  {
    id: "clear",
    name: "Clear Course",
    price: 690,
    popular: true,
    blurb: "Four salicylic peels for oily, blemish-prone skin. Breakouts calm, pores look refined and marks fade.",
    includes: ["Four peels, two weeks apart", "Home care kit", "Review at week ten", "Free LED mask session"],
  },
  {
    id: "reset",
    name: "Pigment Reset",
    price: 980,
    blurb: "Our signature protocol for melasma and sun spots. The strongest peel you can have without a hospital.",
    includes: ["Depigmenting mask", "Six months of prescription cream", "Three checks"],
  },
];

export const peelTimeline = [
  { day: "Day 1", text: "Skin feels tight, as if you had been out in the wind." },
  { day: "Day 3–5", text: "Flaking starts around the mouth. Do not pick." },
  { day: "Day 7", text: "New skin is through: fresher, brighter, even." },
  { day: "Week 4", text: "We take photographs in the same light as the first time and compare." },
];

export const notes = {
  who: "Our dermatologist sees everybody with melasma first. It is a condition that comes back with sun and hormones, and treatment can only keep it in check.",
  tone: "Suitable for all skin types.",
  vary: "How much changes depends on your skin and on whether you wear sunscreen.",
};

export const seo = {
  title: "Chemical peels in Vester Allé | Kliniq Nord",
  description: "Erase dark spots and acne marks with medical peels. Prices, packages and aftercare.",
};
