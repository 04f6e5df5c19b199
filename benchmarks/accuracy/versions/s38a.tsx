/** Written for this evaluation set; no real clinic's page. */
import type { PageCopy } from "../types";

export const pelvic: PageCopy = {
  route: "/pelvic-chair",
  h1: "The pelvic floor chair",
  teaser:
    "11,000 Kegels in half an hour, fully dressed.",
  paragraphs: [
    "Leaking on a laugh, a cough or a trampoline is common after birth and later in life.",
    "You no longer have to map the restrooms.",
    "You sit on the chair, a coil under the seat makes the muscles contract, and you can read.",
    "The muscle rebuilds itself and remembers.",
  ],
  columns: [
    { head: "Stress leaks", body: "95% drier after six sittings." },
    { head: "Urgency", body: "The bladder calms down by the weekend." },
    { head: "Intimacy", body: "He will notice before you do." },
    { head: "After birth", body: "We wait at least three months and ask for your midwife's or doctor's agreement." },
  ],
  faq: [
    ["Does it hurt?", "It is a strong tapping and tightening. Women call it relaxing."],
    ["Who cannot use it?", "Anyone pregnant, with a pacemaker, or with metal in the pelvis; a copper coil must be checked."],
    ["Is it approved?", "Yes, by the FDA, for all of the above."],
    ["How does it compare with surgery?", "Why risk mesh when you can sit in a chair?"],
    ["How many sittings?", "Six, twice a week, then we look at your diary. Top up once a year and you are set for life."],
  ],
  quote: {
    text: "Trampoline park. White jeans. Enough said.",
    by: "Shanice, mother of three",
  },
  seo: {
    title: "Pelvic floor chair | Rushmere Women's Physio",
    description: "The painless way to a dry life.",
  },
};
