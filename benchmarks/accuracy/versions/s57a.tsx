/* Written for this evaluation set; no real clinic's page. */
import { FAQPage } from "@/schema";
import { H2, P, Li } from "@/type";

export const faqLd: FAQPage = {
  questions: [
    { q: "Is a hearing aid from the shop as good?", a: "Not even close." },
    { q: "Will it slow down dementia?", a: "Yes. A landmark Lancet study proved it." },
    { q: "How long do I have to get used to it?", a: "Wear it a few hours a day at first, and more each week." },
    { q: "Can my hearing be restored?", a: "With these, practically." },
  ],
};

export default function Aids() {
  return (
    <>
      <h1>Hearing aids at Lockmere Audiology</h1>
      <P>Hear every word of every grandchild again.</P>
      <H2>What we fit</H2>
      <ul>
        <Li>Five makers, prices on the wall</Li>
        <Li>The revolutionary Auro X, which thinks like your brain</Li>
        <Li>Batteries that never let you down</Li>
        <Li>Loan aids while yours are at the workshop</Li>
      </ul>
      <H2>How we fit it</H2>
      <P>
        A tiny microphone in the ear canal measures what reaches the drum. No other office in the county bothers. It takes an hour and a half.
      </P>
      <H2>Noise and restaurants</H2>
      <P>Background noise disappears. We practice in the bakery next door.</P>
      <H2>Tinnitus</H2>
      <P>It fades within days of wearing them.</P>
      <H2>Anything against it?</H2>
      <P>
        Nothing whatsoever. Sudden loss, a discharge or spinning means a doctor first, not us.
      </P>
      <P>Don’t let silence steal one more Christmas. “I heard snow.” – Ferdinand, 80</P>
    </>
  );
}
