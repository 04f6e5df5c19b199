// Written for this evaluation set; no real clinic's page.
import { Salad, Stethoscope, Scale, Users } from "lucide-react";
import Tile from "@/components/Tile";
import Banner from "@/components/Banner";

const tiles = [
  { icon: Stethoscope, title: "A physician first", description: "Weight can have medical causes. We check for them, and look at what your other medicines do to appetite." },
  { icon: Salad, title: "Food you can keep up", description: "No powders, no forbidden list. A dietitian works with what is already in your kitchen." },
  { icon: Scale, title: "Medication, for some", description: "Approved medicines can help adults who meet the criteria on the label. They have side effects, and weight tends to return when they are stopped." },
  { icon: Users, title: "A group, if you like groups", description: "Tuesdays at six, with tea. Numbers aren't read out." },
];

export default function WeightProgram() {
  return (
    <div className="mx-auto max-w-6xl">
      <Banner
        title="Not another January"
        subtitle="The Elder Street weight programme starts whenever you do."
        cta="See how it runs"
      />
      <div className="grid md:grid-cols-4">
        {tiles.map((t) => <Tile key={t.title} {...t} />)}
      </div>
      <section className="mt-12">
        <h2>What do people lose?</h2>
        <p>
          In 2024, 118 people finished the year with us. Half lost less than 6% of their weight, half lost more, and 21 weighed the same or a bit more than before. Another 40 left early, and we don&apos;t know how they did.
        </p>
        <p>Blood pressure and sleep may improve with even a modest loss; we measure both.</p>
        <h2>What about surgery?</h2>
        <p>
          For some people it is the option with the largest average loss. It also carries risks: leaks, clots, low vitamins, and a change in how alcohol hits you. We refer to two centres and have no stake in either.
        </p>
        <h2>And the shots online?</h2>
        <p>
          Compounded products have not been reviewed by the FDA for safety, quality or whether they work. If you are using one, tell us; nobody will scold you.
        </p>
        <h2>Price</h2>
        <p>$95 a month. Cancel when you want. Medicines are billed by your pharmacy.</p>
        <p className="pull">Our door stays open, unlike the fads that slam theirs by Easter.</p>
      </section>
    </div>
  );
}
