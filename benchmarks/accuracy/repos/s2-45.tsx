import type { Metadata } from "next";
import { JsonLd } from "@/components/JsonLd";

export const metadata: Metadata = {
  title: "FUE Hair Transplant | Costa & Reed Hair Surgery",
  description: "FUE hair transplants in Windlesham: how it is done, who it suits, price per graft, and natural results that last a lifetime.",
  openGraph: { title: "Permanent hair, your own", images: ["/og/fue.png"] },
};

const faqLd = {
  "@type": "FAQPage",
  mainEntity: [
    { "@type": "Question", name: "Does a hair transplant hurt?", acceptedAnswer: { "@type": "Answer", text: "The anaesthetic injections sting. After that you feel nothing." } },
    { "@type": "Question", name: "When will I see the result?", acceptedAnswer: { "@type": "Answer", text: "Transplanted hair falls out in the first weeks, starts to grow at about three to four months and is usually fully grown after a year." } },
  ],
};

export default function FuePage() {
  return (
    <article className="prose mx-auto py-16">
      <JsonLd data={faqLd} />
      <h1>FUE hair transplant</h1>
      <p>Follicles from the back of the head keep their nature when they are moved. In FUE they are taken out one at a time with a punch of less than a millimetre and set in small slits where hair is thin.</p>
      <h2>How many grafts?</h2>
      <ul>
        <li>Temples: 800 to 1,500</li>
        <li>Front and mid-scalp: 2,000 to 3,000</li>
        <li>Crown: 1,500 and up, and we are cautious here, because loss goes on around it</li>
      </ul>
      <h2>Is it for me?</h2>
      <p>Men over 25 with a stable pattern and good donor hair do best. If hair is still falling quickly, medicine comes first. We turn down roughly one man in four. Women with diffuse thinning are seldom good candidates.</p>
      <h2>Risks</h2>
      <p>Swelling of the forehead, scabs, numb patches, infected follicles, small white scars, and shock loss of the hair in between. Grafts that fail to grow. A second operation is sometimes needed.</p>
      <h2>Why patients travel to us</h2>
      <p>Dr. Costa does the extraction himself, which is not the rule elsewhere. 97% of our grafts survive, and our hairlines are among the finest in Europe. Unlike the strip method, FUE leaves no scar.</p>
      <h2>Price</h2>
      <p>£3 per graft, minimum 1,000. The consultation costs £80, which is taken off your bill. Discuss finasteride or minoxidil with your doctor.</p>
    </article>
  );
}
