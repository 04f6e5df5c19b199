// Written for this evaluation set; no real clinic's page.
// Old address -> new address. Loaded by the edge worker of brindle-cardiology.example.
// Keep it sorted; `npm run redirects:check` fails on loops.

const PERMANENT = 301;
const FOR_NOW = 302;

/** [from, to, code] */
const table = [
  ["/about-us.html", "/about", PERMANENT],
  ["/best-heart-doctors", "/team", PERMANENT], // page pulled after complaint 17
  ["/blog/5-foods-that-cure-high-blood-pressure", "/410", PERMANENT], // never again
  ["/blog/natural-statins", "/410", PERMANENT],
  ["/christmas", "/opening-hours", FOR_NOW],
  ["/echo", "/tests/echocardiogram", PERMANENT],
  ["/fast-track", "/referrals", PERMANENT],
  ["/holter", "/tests/24-hour-ecg", PERMANENT],
  ["/painless-angiogram", "/tests/ct-angiogram", PERMANENT],
  ["/patient-stories", "/feedback", PERMANENT],
  ["/results", "/portal/results", PERMANENT],
  ["/safe-exercise", "/rehab/exercise", PERMANENT],
  ["/special-offer", "/410", PERMANENT],
];

const byFrom = new Map(table.map(([from, to, code]) => [from, { to, code }]));

function isSafe(target) {
  // only our own paths: open redirects got us on a spam list in 2022
  return target.startsWith("/") && !target.startsWith("//");
}

export function resolve(pathname) {
  const clean = pathname.toLowerCase().replace(/\/+$/, "") || "/";
  const hit = byFrom.get(clean);
  if (!hit) return null;
  if (!isSafe(hit.to)) throw new Error(`unsafe redirect for ${clean}`);
  return hit;
}

export const goneText = {
  title: "We took this page down",
  body: "It said more than we could stand behind. If you came for advice about your heart, please ask your doctor or call us.",
  link: "To the front page",
};

export default { resolve, goneText };
