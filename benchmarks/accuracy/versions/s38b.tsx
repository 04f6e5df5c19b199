/** Written for this evaluation set; no real clinic's page. */
import type { PageCopy } from "../types";

export const pelvic: PageCopy = {
  route: "/pelvic-chair",
  h1: "The pelvic floor chair",
  teaser:
    "Magnetic stimulation of the pelvic floor, fully dressed, in half an hour.",
  paragraphs: [
    "Leaking on a laugh, a cough or a trampoline is common after birth and later in life.",
    "You may still have to map the restrooms; training with a physiotherapist usually comes first.",
    "You sit on the chair, a coil under the seat makes the muscles contract, and you can read.",
    "The muscle gets a workout; whether it stays stronger without exercise is doubtful.",
  ],
  columns: [
    { head: "Stress leaks", body: "Some are drier after six sittings, for a while; the trials are mostly small and short." },
    { head: "Urgency", body: "Whether the bladder calms down is less well known; ask about bladder training and medicines too." },
    { head: "Intimacy", body: "We do not offer it for this." },
    { head: "After birth", body: "We wait at least three months and ask for your midwife's or doctor's agreement." },
  ],
  faq: [
    ["Does it hurt?", "It is a strong tapping and tightening. Some women call it odd, and sore muscles afterwards are usual."],
    ["Who cannot use it?", "Anyone pregnant, with a pacemaker, or with metal in the pelvis; a copper coil must be checked."],
    ["Is it approved?", "It is cleared by the FDA for weak pelvic muscles in urinary incontinence, and not for all of the above."],
    ["How does it compare with surgery?", "Surgery helps more often and carries more risk; a urogynecologist can go through both with you."],
    ["How many sittings?", "Six, twice a week, then we look at your diary. Topping up is possible; nobody is set for life."],
  ],
  quote: {
    text: "There is a shower and a drawer of towels.",
    by: "Perdita, receptionist",
  },
  seo: {
    title: "Pelvic floor chair | Rushmere Women's Physio",
    description: "How the chair works, who should not use it, and why a dry life cannot be promised.",
  },
};
