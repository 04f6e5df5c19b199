export const site = {
  name: "Meadow & Bone Acupuncture",
  tagline: "Come home to balance",
  description: "Acupuncture, cupping and herbs in the old mill. Community sessions on Fridays.",
};

export const conditions = [
  { key: "back", title: "Back pain", copy: "Acupuncture may ease long-standing back pain for some people; several guidelines list it as one option among others. We usually suggest five visits and then take stock." },
  { key: "migraine", title: "Migraine", copy: "Fewer and milder attacks are what most come for. Keep a diary from a month before, so that we can both see whether anything changes." },
  { key: "fertility", title: "Fertility", copy: "Doubles the chance of success with IVF by improving blood flow to the womb and lowering stress hormones." },
  { key: "anxiety", title: "Stress and anxiety", copy: "An hour lying still in a warm room is a pleasant thing. Whether the needles add to that is hard to say." },
  { key: "gut", title: "Digestive troubles", copy: "In Chinese medicine bloating is seen as damp in the spleen. We clear it in four to six sessions with needles and a simple soup." },
  { key: "allergy", title: "Hay fever", copy: "Goodbye antihistamines! Begin in February for best effect." },
];

export const firstVisit = {
  title: "Your first visit",
  steps: [
    "We talk for half an hour about your health, sleep, food and medicines.",
    "I look at your tongue and feel the pulse at both wrists.",
    "You lie down, and I place between six and fifteen hair-thin needles. You may feel a dull ache or tingling.",
    "You rest for twenty-five minutes. Many people doze off.",
  ],
  caution: "Small bruises are common. Fainting is possible, so eat something before. A collapsed lung is very rare. Please tell me about pregnancy, bleeding disorders and blood thinners. Do not stop prescribed medicine without asking your doctor.",
};

export const prices = { first: "£75", followUp: "£55", community: "£25–£40, you choose" };

export const kindWords = [
  { text: "Pregnant after three failed rounds. Thank you, Linnea.", name: "J. & T." },
  { text: "The room smells lovely and she has warm hands.", name: "Fergus" },
];
