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
        <p>Follicles that still make thin hairs may be kept going for longer; that is the hope.</p>
        <p>Dr. Calixta Brume does the injections herself. She has done so since 2017.</p>
      </Section>

      <Section id="results" heading="What to look for">
        <CheckList
          items={[
            "Month 1: shedding may go on",
            "Month 3: photographs of the hairline, in the same light",
            "Month 6: fuller or not, we compare photographs and decide whether to go on",
          ]}
        />
        <p>Bare, shiny scalp does not respond, and we will say so on the day.</p>
      </Section>

      <Section id="versus" heading="PRP and the pharmacy">
        <p>Minoxidil only works while you use it, and PRP may need repeating too.</p>
        <p>Finasteride can affect the love life of some men. Many people combine two of the three.</p>
      </Section>

      <Section id="feel" heading="On the day">
        <p>Wash your hair in the morning. There is numbing spray; the injections still sting. A tight scalp and swelling of the forehead for two days are common.</p>
        <p>Although it is your own blood, it can do harm: infection and, rarely, more shedding. People with low platelets or on blood thinners are not treated.</p>
      </Section>

      {showPrices && <p className="price">$650 a visit.  Most people plan three visits in the first half year.</p>}
      <p className="voice">What suits you is a matter for you and a doctor who has seen your scalp.</p>
    </div>
  );
}
