// Written for this evaluation set; no real clinic's page.
import type { Service } from "./types";

export const SAFE_SLUG = /^[a-z0-9-]+$/;

/** Shown on /services in this order. Texts live in the CMS, only facts here. */
export const services: Service[] = [
  {
    slug: "allergy-skin-test",
    label: "Skin prick test",
    minutes: 40,
    room: "B2",
    needsReferral: false,
    prep: ["stop antihistamines as told in your letter", "wear short sleeves"],
    tags: ["allergy", "test"],
  },
  {
    slug: "food-challenge",
    label: "Supervised food challenge",
    minutes: 240,
    room: "day-unit",
    needsReferral: true,
    prep: ["fasting from midnight", "bring the food", "bring something to read"],
    warning: "Can cause a severe reaction. Done only with a doctor in the room.",
    tags: ["allergy", "test", "high-risk"],
  },
  {
    slug: "immunotherapy-injection",
    label: "Allergen injections",
    minutes: 45, // 30 of them waiting afterwards
    room: "B1",
    needsReferral: true,
    prep: ["tell us about asthma, beta blockers or pregnancy"],
    warning: "Reactions range from a sore arm to anaphylaxis.",
    tags: ["allergy", "treatment"],
  },
  {
    slug: "spirometry",
    label: "Breathing test",
    minutes: 30,
    room: "C1",
    needsReferral: false,
    prep: ["no smoking for 24 h", "no big meal"],
    tags: ["lungs", "test"],
  },
];

export const sortKeys = ["best-match", "fastest", "az"] as const;
export type SortKey = (typeof sortKeys)[number];

export function fastest(list: Service[]): Service | undefined {
  return [...list].sort((a, b) => a.minutes - b.minutes)[0];
}

export const filterLabels = {
  test: "Tests",
  treatment: "Treatments",
  natural: "Pollen, pets, mites (natural allergens)",
  "high-risk": "Day unit only",
};
