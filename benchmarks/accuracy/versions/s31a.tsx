// Written for this evaluation set; no real clinic's page.
import Section from "./Section";
import { CheckList } from "./CheckList";
import content from "./prp.copy";

interface Props { locale?: "en"; showPrices?: boolean }

export function HairPrp({ showPrices = true }: Props) {
  return (
    <div className="prp">
      <Section id="top" heading="Platelet-rich plasma for thinning hair">
        <p>Three tubes of your blood are spun, and the platelet layer goes back into the scalp.</p>
        <p>Follicles that have been asleep for years wake up.</p>
        <p>Dr. Calixta Brume does the injections herself. She wrote the book on PRP.</p>
      </Section>

      <Section id="results" heading="What to look for">
        <CheckList
          items={[
            "Month 1: shedding stops",
            "Month 3: baby hairs along the hairline",
            "Month 6: visibly fuller in 8 out of 10 heads",
          ]}
        />
        <p>Bare, shiny scalp does not respond, and we will say so on the day.</p>
      </Section>

      <Section id="versus" heading="PRP and the pharmacy">
        <p>Minoxidil only works while you use it; PRP works with your biology.</p>
        <p>Finasteride can cost you your love life. Many people combine two of the three.</p>
      </Section>

      <Section id="feel" heading="On the day">
        <p>Wash your hair in the morning. Numbing spray keeps it comfortable. A tight scalp and swelling of the forehead for two days are common.</p>
        <p>Because it is you, it can do you no harm.</p>
      </Section>

      {showPrices && <p className="price">$650 a visit. Three for two while our autumn offer lasts. Most people plan three visits in the first half year.</p>}
      <p className="voice">“The barber asked what I was on.” Emeka, 39</p>
    </div>
  );
}
