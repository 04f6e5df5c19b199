export type Step = { title: string; text: string; minutes?: number };

export const microsuction = {
  title: "Ear wax removal by microsuction",
  metaDescription: "Ear wax removal in Pentreath: what we do, what it costs and when you should see a doctor instead.",
  price: "£70 both ears, £45 one ear, £25 if there is nothing to remove",
  intro:
    "Wax is useful. It protects the skin of the ear canal and moves out by itself. It needs to come out only when it blocks the ear, hides the drum or gets in the way of a hearing aid.",
  before: [
    "Use olive oil spray twice a day for three days. It makes hard wax softer; it does not usually clear it.",
    "Do not use cotton buds. They push the wax in.",
    "Let us know if you have had ear surgery, a perforated drum or a recent infection.",
  ],
  steps: [
    { title: "Questions", text: "We go through your history and your consent form.", minutes: 5 },
    { title: "Looking", text: "With a microscope or a camera, so that you can watch if you like.", minutes: 3 },
    { title: "Suction", text: "A thin tube draws the wax out. It is loud, and it can feel cold or make you dizzy for a moment.", minutes: 10 },
    { title: "Looking again", text: "We show you the result and write down anything your GP ought to know.", minutes: 2 },
  ] as Step[],
  risks:
    "Dizziness, a small scratch and some bleeding are the usual troubles. Infection, a hole in the drum and new or louder tinnitus are uncommon but have happened. If you already have tinnitus, think about irrigation or manual removal instead and ask us which.",
  seeDoctor: ["Pain or discharge", "Sudden loss of hearing", "Spinning dizziness", "Facial weakness"],
  cta: { label: "Book with Aled or Siriol", sub: "Evenings on Tuesdays and Thursdays" },
};
