export type Article = { slug: string; title: string; dek: string; sections: { h: string; p: string[] }[] };

export const articles: Article[] = [
  {
    slug: "hearing-aids-first-month",
    title: "Your first month with hearing aids",
    dek: "Why everything sounds odd at first, and when to ring us.",
    sections: [
      {
        h: "Week one",
        p: [
          "Paper rustles, taps hiss and your own voice sounds as if you were talking in a barrel. That is normal. Your hearing went down over years and the brain needs time to sort the sounds again.",
          "Begin with four hours a day at home. Take them out when you are tired.",
        ],
      },
      {
        h: "Week two to four",
        p: [
          "Add an hour or so a day. Try the television, then a talk with one person, then a café. Background noise stays the hardest part, and no hearing aid takes it away altogether.",
          "If the ear itches, is sore or the mould whistles, come in. It is usually a matter of fit and takes ten minutes.",
        ],
      },
      {
        h: "What they cannot do",
        p: [
          "A hearing aid makes speech louder and clearer; it does not give you back the hearing you had at twenty. Some people with tinnitus find it less of a bother with aids in, others notice no difference.",
          "Sudden loss of hearing, pain, discharge or dizziness are not a matter for a hearing aid shop. See your GP or go to A&E the same day.",
        ],
      },
      {
        h: "Follow-up and trial",
        p: [
          "We see you after two weeks and again after six. You may bring the aids back within 60 days and we refund the price less the £75 fitting fee.",
        ],
      },
    ],
  },
];
