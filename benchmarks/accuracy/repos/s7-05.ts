// src/data/faqs.ts
export type Faq = { id: number; q: string; a: string; category: "first-visit" | "treatment" | "fees" };

export const faqs: Faq[] = [
  {
    id: 1,
    category: "first-visit",
    q: "Do I need a referral to see a physiotherapist?",
    a: "No. You can book directly. If you want to claim from your insurer, check first, because some ask for a letter from your GP.",
  },
  {
    id: 2,
    category: "first-visit",
    q: "What should I wear?",
    a: "Something you can move in. For a knee, hip or back it helps if you bring shorts. We have a changing room and towels.",
  },
  {
    id: 3,
    category: "treatment",
    q: "How many sessions will I need?",
    a: "It depends on what we find. A simple ankle sprain may need two or three visits, a frozen shoulder can take many months whatever anyone does. At the first visit we will give you our honest estimate and we look at it again after the fourth.",
  },
  {
    id: 4,
    category: "treatment",
    q: "Will it hurt?",
    a: "Some techniques are uncomfortable, and you may be sore for a day or two after the first session. Tell your therapist; there is nearly always another way of doing it.",
  },
  {
    id: 5,
    category: "treatment",
    q: "Do you offer dry needling?",
    a: "Yes, two of our team are trained in it. The evidence is mixed: it may ease some kinds of muscle pain for a short time. Bruising is common, and in the chest area there is a small risk of a punctured lung, which is why we do not needle there. It does not suit people on blood thinners.",
  },
  {
    id: 6,
    category: "treatment",
    q: "Can physiotherapy help me avoid surgery?",
    a: "Sometimes. For many people with a worn meniscus, exercise does about as well as an operation, but a locked knee is another matter. We get most of our patients back to the things they love, and where we cannot, we will write to your surgeon.",
  },
  {
    id: 7,
    category: "fees",
    q: "What does a session cost?",
    a: "The first appointment of 45 minutes is £68, follow-ups of 30 minutes are £52. We ask for 24 hours' notice if you cannot come.",
  },
];
