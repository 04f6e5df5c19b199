const peptides = [
  {
    sku: "bpc",
    name: "BPC-157",
    label: "Healing & repair",
    blurb: "Nicknamed the Wolverine peptide. Speeds recovery of tendons, ligaments and gut lining.",
    form: "Vial, 5 mg",
    protocol: "250 mcg under the skin twice a day for 4 weeks",
    price: 189,
    status: "Not FDA approved. Compounded for research and individual prescription only where allowed.",
  },
  {
    sku: "cjc-ipa",
    name: "CJC-1295 / Ipamorelin",
    label: "Anti-ageing stack",
    blurb: "Raises your own growth hormone the natural way. Deeper sleep, leaner body, better skin.",
    form: "Vial, 9 mL",
    protocol: "0.2 mL at bedtime, five nights on, two nights off",
    price: 249,
    status: "Not FDA approved.",
  },
  {
    sku: "pt141",
    name: "PT-141",
    label: "Libido",
    blurb: "Works in the brain rather than the blood vessels. Feel it within 45 minutes. Bremelanotide is approved as Vyleesi for premenopausal women with low desire; use in men is off-label.",
    form: "Nasal spray or vial",
    protocol: "Ask your provider",
    price: 159,
    status: "Approved product exists for one use; see text.",
  },
];

export const peptideFaq = [
  { q: "Are peptides steroids?", a: "No. They are short chains of amino acids. Because your body already makes them, they're very safe." },
  { q: "Do I need to come in?", a: "No. Everything is done by telehealth and shipped cold in two days." },
  { q: "How do I mix the vial?", a: "A short video comes with your order. Use a new needle every time and keep the vial in the fridge." },
  { q: "Can athletes use them?", a: "Several are on the list of banned substances. Check with your federation before you order." },
  { q: "Can I stack them?", a: "Many clients run BPC with CJC for a full recovery cycle." },
];

export default peptides;
