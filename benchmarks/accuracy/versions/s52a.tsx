"use client"; // Written for this evaluation set; no real clinic's page.
import { motion } from "framer-motion";
import { Badge, CardGrid, InfoCard } from "./kit";

export default function Children() {
  return (
    <motion.main initial={{ opacity: 0 }} animate={{ opacity: 1 }}>
      <h1>Dental sedation for children</h1>
      <p>
        Some children cannot sit still for a filling, and some are simply frightened. At Pebble Dental
        they can have it done in a dreamy, worry-free sleep.
      </p>
      <Badge>100% safe</Badge>
      <CardGrid>
        <InfoCard title="Laughing gas">
          Breathed through a nose mask while your child stays awake. It wears off the second the mask is off.
        </InfoCard>
        <InfoCard title="A drink">
          Midazolam, half a milligram per kilo, in cherry syrup. {"Don't give anything at home beforehand."}
        </InfoCard>
        <InfoCard title="Deep sedation">
          A dentist anesthesiologist, Dr. Keiko Alderton, gives it and does nothing else meanwhile.
          She has the best record of any in the state.
        </InfoCard>
      </CardGrid>
      <h2>What about the risks?</h2>
      <p>
        They belong to the past, thanks to modern monitors. A cold or a wheeze
        means another day. Tell us about snoring, asthma and allergies.
      </p>
      <h2>And the memory of it?</h2>
      <p>They remember nothing and love coming back.</p>
      <h2>Is it needed?</h2>
      <p>
        Often not. We first try stories, breaks and numbing gel. But why put your child through tears?
      </p>
      <blockquote>“She asked if she could have another filling!” – Dad of Wren, 5</blockquote>
      <p>Parents rate us 5 out of 5. Pebble Dental, in the old fire station.</p>
    </motion.main>
  );
}
