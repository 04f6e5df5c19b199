/* Written for this evaluation set; no real clinic's page. */
import { FAQPage } from "@/schema";
import { H2, P, Li } from "@/type";

export const faqLd: FAQPage = {
  questions: [
    { q: "Is a hearing aid from the shop as good?", a: "For mild to moderate loss an over-the-counter aid can be a fair choice for adults." },
    { q: "Will it slow down dementia?", a: "In the ACHIEVE trial there was no difference in thinking over three years in the whole group; there was one in a subgroup at higher risk (Lin et al., Lancet 2023;402:786)." },
    { q: "How long do I have to get used to it?", a: "Wear it a few hours a day at first, and more each week." },
    { q: "Can my hearing be restored?", a: "No. An aid makes sound louder and clearer; it does not restore hearing." },
  ],
};

export default function Aids() {
  return (
    <>
      <h1>Hearing aids at Lockmere Audiology</h1>
      <P>Hear better across the table, if not every word, is the aim.</P>
      <H2>What we fit</H2>
      <ul>
        <Li>Five makers, prices on the wall</Li>
        <Li>The Auro X, which picks a program by itself</Li>
        <Li>Rechargeable or with batteries</Li>
        <Li>Loan aids while yours are at the workshop</Li>
      </ul>
      <H2>How we fit it</H2>
      <P>
        A tiny microphone in the ear canal measures what reaches the drum. Ask for it, here or anywhere else. It takes an hour and a half.
      </P>
      <H2>Noise and restaurants</H2>
      <P>Background noise is the hardest part, and no aid takes it away. We practice in the bakery next door.</P>
      <H2>Tinnitus</H2>
      <P>Some people mind it less while they wear them.</P>
      <H2>Anything against it?</H2>
      <P>
        A sore ear, wax and whistling; fittings that need three tries. Sudden loss, a discharge or spinning means a doctor first, not us.
      </P>
      <P>We are shut between Christmas and New Year. </P>
    </>
  );
}
