import { Stethoscope, FileText, Baby, Clock } from "lucide-react";

const standards = [
  { icon: Stethoscope, title: "A doctor examines every patient", desc: "No treatment plan is made by a salesperson. Commission is not paid to anyone here." },
  { icon: FileText, title: "Consent you can take home", desc: "The form lists common and serious risks with our own figures. You have at least 48 hours to think it over." },
  { icon: Baby, title: "Adults only", desc: "We do not inject anyone under 18, and not for looks under 21 without a second visit." },
  { icon: Clock, title: "Reachable afterwards", desc: "A nurse answers the phone until ten at night on the day of your treatment." },
];

export function FillerStandards() {
  return (
    <section id="standards" className="py-24">
      <h2 className="text-4xl font-light">How we work with dermal filler</h2>
      <p className="max-w-2xl">
        Hyaluronic acid fillers are gels approved for certain areas of the face: lips, cheeks, chin, folds, and for some products the hollow under the eye. We do not use them in the nose, where the risk to blood vessels is higher and the use is not approved.
      </p>
      <div className="grid md:grid-cols-2 gap-6">
        {standards.map((s) => (
          <div key={s.title} className="flex gap-4"><s.icon /><div><h3>{s.title}</h3><p>{s.desc}</p></div></div>
        ))}
      </div>
      <h3>What filler can and cannot do</h3>
      <p>It adds volume. It does not tighten skin, and too much of it looks heavy. How long it stays depends on the product and the place: in lips often six to nine months, in cheeks longer, and scans have found traces years later.</p>
      <h3>What may go wrong</h3>
      <p>Swelling, bruises and lumps are frequent. Blockage of an artery is rare, and can cost skin or sight; we keep hyaluronidase in every room and know how to use it. Late nodules may appear after an infection or a vaccine.</p>
      <h3>Costs</h3>
      <p>$680 per syringe, review at four weeks included. Dissolving filler placed elsewhere costs $250.</p>
      <p>Ask your doctor before treatment if you have an autoimmune disease or take blood thinners. Our patients like to say that we talk them out of more than we sell.</p>
    </section>
  );
}
