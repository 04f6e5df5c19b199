export const areas = [
  {
    city: "Alder Falls",
    slug: "emsella-alder-falls",
    h1: "Pelvic Floor Chair in Alder Falls",
    intro: "Leaking when you laugh, run or sneeze? Stay dry without surgery, pills or pads.",
    copy: "You sit fully clothed on a chair with a magnet in the seat. It makes the muscles of the pelvic floor contract. Sessions last 28 minutes, twice a week for three weeks. Alder Falls patients park behind the library.",
    stat: "95% of patients report better quality of life",
  },
  {
    city: "Port Hadley",
    slug: "emsella-port-hadley",
    h1: "Stop Bladder Leaks in Port Hadley",
    intro: "You don't have to live with it. One in three women leaks at some point, and few mention it.",
    copy: "Each session equals 11,200 Kegels. It's painless and there's no recovery time. Our nurse Bronagh asks you to fill in a bladder diary for three days before the first visit, so that you can both see afterwards whether anything has changed.",
    stat: "Results from session three",
  },
  {
    city: "Minster Green",
    slug: "emsella-minster-green",
    h1: "Urinary Incontinence Treatment, Minster Green",
    intro: "Pelvic floor exercises taught by a physiotherapist are what guidelines suggest first. Try them for three months.",
    copy: "If that was not enough, or you cannot find the muscles, the chair may be worth a try. Studies are short, and some were paid for by the maker. Some women notice a difference, others none. We do not treat with a copper coil, a pacemaker or during pregnancy, and blood in the urine must be looked into by your doctor first.",
    stat: "£900 for six",
  },
];

export const shared = {
  disclaimer: "Outcomes vary. Muscle soreness may occur.",
  schema: { name: "Pelvic floor stimulation", procedureType: "NoninvasiveProcedure" },
};
