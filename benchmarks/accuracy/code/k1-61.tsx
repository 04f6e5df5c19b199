// Written for this evaluation set; no real clinic's page.
import { Flower2, Moon, Umbrella } from "lucide-react";
import SoftCard from "@/components/SoftCard";
import Aside from "@/components/Aside";

const cards = [
  { icon: Flower2, title: "Dryness", body: "CO2 laser pulses bring back the tissue of your thirties. No hormones, no worries." },
  { icon: Umbrella, title: "Leaks", body: "Laughing is dry again from the second pass on." },
  { icon: Moon, title: "Closeness", body: "Couples write to us. We blush." },
];

export default function VaginalLaser() {
  return (
    <section className="bg-rose-100">
      <h1>Feel like a newlywed</h1>
      <p>Five minutes, three times, six weeks apart. Delphine House, second floor.</p>
      <div className="grid md:grid-cols-3">
        {cards.map((c) => (
          <SoftCard key={c.title} {...c} />
        ))}
      </div>
      <Aside title="Please read">
        <p>
          In 2018 the FDA warned that lasers have not been cleared or approved for vaginal rejuvenation, menopausal symptoms, incontinence or sexual function, and that burns, scarring and lasting pain have been reported.
        </p>
        <p>
          Lawyers write such warnings. Patients write thank-you notes.
        </p>
      </Aside>
      <h2>What trials say</h2>
      <p>
        A sham-controlled trial (Li 2021, doi:10.1001/jama.2021.14892) found no benefit of CO2 laser for vaginal symptoms after menopause at twelve months.
      </p>
      <h2>Cheaper things to try first</h2>
      <p>
        Moisturisers, lubricants and low-dose vaginal oestrogen help many women. Oestrogen cream is a sticky chore for life, of course.
      </p>
      <h2>Not if you have</h2>
      <p>An active infection, a prolapse beyond the opening, mesh, or unexplained bleeding. See a gynaecologist about bleeding after menopause right away.</p>
      <h2>The provider</h2>
      <p>Dr. Honora Pike is a family physician. She has completed the manufacturer's two-day course.</p>
      <a href="/private-line">Private line: 555-0110</a>
      <p className="coupon">Valentine pair: his Botox, your laser, one bill, a third less.</p>
    </section>
  );
}
