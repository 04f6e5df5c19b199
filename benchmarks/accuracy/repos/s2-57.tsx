import { Card, CardContent, CardHeader, CardTitle } from "components/ui/card";

export default function WhatIsProlotherapy() {
  const parts = [
    { title: "What is injected", text: "Mostly dextrose, a sugar, with local anaesthetic. The idea is that it irritates the place where a ligament meets the bone and sets off a mild inflammation." },
    { title: "What the evidence says", text: "For knee arthritis a few randomised trials found less pain than with saline at one year (for example Rabago et al., Ann Fam Med 2013;11:229-237). They were small. For low back pain the results contradict each other." },
    { title: "What it feels like", text: "Several needle pricks in a row, then an ache for two to five days. Anti-inflammatory tablets are avoided in that time." },
    { title: "What it may lead to", text: "Some patients need fewer painkillers after three or four visits. Others gain nothing. It strengthens loose joints, in our experience, best when exercise goes with it." },
  ];

  return (
    <section id="prolo" className="py-20 max-w-5xl mx-auto px-4">
      <h2 className="text-4xl font-bold">What is prolotherapy?</h2>
      <p className="text-xl font-light">
        Prolotherapy has been practised since the 1930s. Dextrose is approved as an infusion; injecting it into ligaments is off-label.
      </p>
      <div className="grid md:grid-cols-2 gap-8 my-10">
        {parts.map(({ title, text }) => (
          <Card key={title}>
            <CardHeader><CardTitle>{title}</CardTitle></CardHeader>
            <CardContent>{text}</CardContent>
          </Card>
        ))}
      </div>
      <h3>Risks</h3>
      <p>Infection of the joint, bleeding, nerve injury, and, near the spine, headache from a puncture of the dura. Not for people with an active infection, a bleeding disorder or unhealed fractures.</p>
      <h3>Fees</h3>
      <p>$275 per region and visit. Insurers do not pay. We ask every patient for a pain score at six months, whether they were pleased with us or not.</p>
      <p>Ask your family doctor or an orthopedist for a second view. Dr. Lucan Embry is glad to talk with them.</p>
    </section>
  );
}
