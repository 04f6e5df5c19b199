const faqData = [
  {
    question: "What is HydraFirm body contouring?",
    answer:
      "HydraFirm combines radiofrequency, suction and infrared light. It melts fat and tightens skin at the same time, without surgery, needles or downtime.",
  },
  {
    question: "How much will I lose?",
    answer: "Clients lose an average of 2 inches after the very first treatment.",
  },
  {
    question: "Where does the fat go?",
    answer: "It is broken down and flushed out through the lymphatic system. Drink two litres of water on the day.",
  },
  {
    question: "Which areas can be treated?",
    answer: "Abdomen, flanks, thighs, upper arms and the bra line. We do not treat over metal implants, varicose veins or a hernia.",
  },
  {
    question: "What does it feel like?",
    answer: "Like a hot stone massage. The skin is red for an hour or so.",
  },
  {
    question: "Is it a weight loss treatment?",
    answer: "No. The scales will hardly move. It is meant for people close to their usual weight who are bothered by a particular area.",
  },
  {
    question: "Do results last?",
    answer: "Treated fat cells are gone for good. Of course new weight can settle in the cells that remain.",
  },
  {
    question: "How does it compare with liposuction?",
    answer: "Comparable results for a tenth of the price and none of the pain.",
  },
  {
    question: "How many sessions?",
    answer: "We suggest eight, twice a week. A maintenance visit every other month keeps things in shape.",
  },
  {
    question: "Who does the treatment?",
    answer: "Trained therapists under the supervision of Dr. Yamane, who sees you before the first session and decides if it is suitable.",
  },
];

export default faqData;
export const faqMeta = {
  title: "Body contouring FAQ – Silhouette Rooms",
  description: "Answers about safe, effective fat reduction. Packages from €590, now with two sessions free.",
};
