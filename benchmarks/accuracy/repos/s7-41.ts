// content/services/eating-disorders.ts
export default {
  title: "Eating disorder service",
  seo: {
    title: "Eating disorder treatment for adults | Thornbury House",
    description: "Assessment and outpatient therapy for anorexia, bulimia and binge eating disorder in Thornbury.",
  },
  lede:
    "You do not have to be thin to have an eating disorder, and you need not be sure that you want to change. Come and talk about it.",
  sections: [
    {
      heading: "Assessment",
      body: [
        "A psychologist and a dietitian see you together for ninety minutes. We ask about eating, weight, periods, mood and the things you do to make up for eating. You may keep your shoes on and turn your back to the scales.",
        "We take blood and an ECG. If the results worry us, we send you to hospital the same day, and we say so now so that it does not come as a surprise.",
      ],
    },
    {
      heading: "Therapy",
      body: [
        "For bulimia and binge eating we offer CBT-E, twenty sessions. In trials about half of those who finished had stopped bingeing; others improved in part, and some dropped out.",
        "For anorexia we offer CBT-E or MANTRA over forty sessions. It is slow, and weight gain is part of it.",
      ],
    },
    {
      heading: "Medication",
      body: [
        "Fluoxetine may be added in bulimia. Lisdexamfetamine is approved in some countries for binge eating; we do not start it without a heart check, and it is not a slimming drug. There is no tablet for anorexia.",
      ],
    },
    {
      heading: "What we are not",
      body: [
        "We have no beds and no weekend cover. We do not see people under eighteen. If you faint, vomit blood or think of ending your life, go to A&E.",
      ],
    },
  ],
  sources: [
    "Fairburn CG et al. Behav Res Ther 2015;70:64–71. doi:10.1016/j.brat.2015.04.010",
    "NICE NG69, https://www.nice.org.uk/guidance/ng69",
  ],
  cta: { primary: "Refer yourself", secondary: "For GPs" },
};
