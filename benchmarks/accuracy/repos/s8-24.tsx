import { Accordion } from "@/components/ui/accordion";

export const seo = {
  title: "Consent and chaperones | Larkfield Intimate Health",
  description: "How we ask for consent, who may be in the room and what happens to photographs.",
};

const items = [
  {
    title: "Consent is a talk, not a form",
    text: "The doctor tells you what is proposed, what it is hoped to do, what can go wrong and what happens if you do nothing. The form records that talk. You can change your mind with the gown on.",
  },
  {
    title: "Time to think",
    text: "For anything that is not urgent we leave at least fourteen days between the consultation and the procedure.",
  },
  {
    title: "Chaperones",
    text: "A trained chaperone is offered for every intimate examination. You may refuse, ask for someone of another sex, or bring a friend as well.",
  },
  {
    title: "Photographs",
    text: "Taken only if they help your care. They go into your record. We never use pictures of patients in advertising, with or without consent.",
  },
  {
    title: "Treatments outside a licence",
    text: "Platelet-rich plasma for erectile difficulty or for lichen sclerosus has not been shown to work in large trials. We offer it only within a registered study, without charge.",
  },
  {
    title: "Shockwave for erectile dysfunction",
    text: "Clinical studies show that shockwave restores natural function in men with poor blood flow. Sessions last twenty minutes, once a week.",
  },
  {
    title: "Capacity",
    text: "If someone cannot decide for themselves, we act under the Mental Capacity Act and involve those close to them.",
  },
  {
    title: "Under eighteen",
    text: "We see young people for contraception and infection only. They can talk to us in confidence unless someone is at risk.",
  },
];

export default function Consent() {
  return (
    <main>
      <h1>Consent and chaperones</h1>
      <p>You are in control at every step. These rules hold at both sites. If we fall short, please tell the doctor or write to the manager.</p>
      <Accordion items={items} />
      <p>Erectile difficulty can be a first sign of heart disease. See your GP for a check, whether or not you come to us.</p>
    </main>
  );
}
