/* Treatment tiles + compare table for the landing page builder */
export const vRejuv = {
  page: "intimate-laser",
  title: "Intimate Laser",
  metaTitle: "Vaginal Rejuvenation, Elmsworth | Laser Clinic",
  metaDescription: "Tighten, rejuvenate, restore – three 15-minute visits. Painless and non-invasive.",
  h1: "Feel like yourself",
  intro:
    "Childbirth and menopause change the tissue. Dryness, a feeling of looseness and small leaks are common, and few people talk about them. Our doctor does, every day.",
  tiles: [
    { title: "Dryness", text: "Laser pulses stimulate collagen and bring back moisture." },
    { title: "Tightness", text: "Restores tone and heightens sensation for both partners." },
    { title: "Leaks", text: "8 out of 10 women stay dry after the course." },
    { title: "The visit", text: "A probe is moved in small steps. You may feel warmth. No anaesthetic is used inside." },
  ],
  compareTable: {
    columns: ["", "Laser", "Oestrogen cream", "Surgery"],
    rows: [
      ["Hormones", "None", "Yes", "None"],
      ["Effect", "12–18 months", "While used", "Long"],
      ["Time off", "None", "None", "4–6 weeks"],
      ["Our verdict", "Best of both worlds", "Messy", "Last resort"],
    ],
  },
  visit: "At the first visit the doctor asks about births, operations and medicines, examines you and takes a swab if she thinks it necessary. Local oestrogen and pelvic floor training are discussed as well. The treatment itself is given on another day.",
  rules: ["No sex for five days", "A smear test less than three years old", "No active infection"],
  trust: { badge: "FDA-approved laser", doc: "Dr. Prudence Halloway, gynaecologist" },
  story: "It's like our honeymoon again – K., 47",
  price: { single: "£450", course: "£1,100" },
  pop: "Tell a friend: £100 each",
};
