import hero from "../assets/ozone.webp";

export const ozoneTherapy = {
  hero: { image: hero, alt: "Blood being mixed with ozone in a glass bottle", heading: "Ozone Therapy", sub: "Oxygenate your body. Energise every cell." },
  what: [
    "Ozone is oxygen with a third atom. In major autohaemotherapy we draw 150 ml of your blood, mix it with ozone and give it back by drip.",
    "It kills bacteria, viruses and fungi, wakes up the immune system and improves the way your body uses oxygen.",
  ],
  helps: {
    title: "Conditions we treat",
    list: [
      "Long COVID and chronic fatigue",
      "Lyme disease",
      "Autoimmune disease",
      "Diabetic wounds",
      "Support during cancer",
    ],
  },
  evidence: "Used in Germany for over 60 years with more than 11 million treatments, and a complication rate of just 0.0007%.",
  types: [
    { t: "Ten-pass", d: "The most powerful form of ozone there is. About two hours.", p: "$850" },
    { t: "Prolozone", d: "Ozone gas injected near a joint. Pain relief and tissue repair often after one visit.", p: "$300" },
    { t: "Sauna", d: "You sit in a cabinet with your head outside. Thirty minutes, then a shower.", p: "$90" },
  ],
  doctor: {
    name: "Dr. Ignatius Bellweather, NMD",
    bio: "Dr. Bellweather studied in Tempe, surfs badly and has four children. He sees patients in English and Spanish on weekdays from nine.",
  },
  voices: [
    "My rheumatoid arthritis is in remission. My rheumatologist can't explain it.",
    "I had lost all hope until I found this place.",
  ],
  cta: { title: "There is another way", text: "Book a discovery call and find out what your body can do when you give it what it needs to heal.", button: "Call me" },
};
