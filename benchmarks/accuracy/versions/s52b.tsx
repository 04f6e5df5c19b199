"use client"; // Written for this evaluation set; no real clinic's page.
import { motion } from "framer-motion";
import { Badge, CardGrid, InfoCard } from "./kit";

export default function Children() {
  return (
    <motion.main initial={{ opacity: 0 }} animate={{ opacity: 1 }}>
      <h1>Dental sedation for children</h1>
      <p>
        Some children cannot sit still for a filling, and some are simply frightened. At Pebble Dental
        they can have it done asleep or half asleep, with a team watching over them.
      </p>
      <Badge>Licensed for sedation</Badge>
      <CardGrid>
        <InfoCard title="Laughing gas">
          Breathed through a nose mask while your child stays awake. It wears off within minutes, and sometimes leaves a child queasy.
        </InfoCard>
        <InfoCard title="A drink">
          A sedative syrup, measured out here by weight. {"Don't give anything at home beforehand."}
        </InfoCard>
        <InfoCard title="Deep sedation">
          A dentist anesthesiologist, Dr. Keiko Alderton, gives it and does nothing else meanwhile.
          She and a nurse stay until your child is awake.
        </InfoCard>
      </CardGrid>
      <h2>What about the risks?</h2>
      <p>
        Modern monitors help us notice trouble early; they do not abolish it. Vomiting and agitation are common, and breathing that slows or stops is rare but serious. A cold or a wheeze
        means another day. Tell us about snoring, asthma and allergies.
      </p>
      <h2>And the memory of it?</h2>
      <p>Many remember little; some are still afraid the next time, and we can work on that slowly.</p>
      <h2>Is it needed?</h2>
      <p>
        Often not. We first try stories, breaks and numbing gel. A few tears do not always call for a sedative.
      </p>
      <blockquote>“Bring the bear.” – a sign in the waiting room</blockquote>
      <p>Ask your pediatrician too, if your child is under three or has been ill. Pebble Dental, in the old fire station.</p>
    </motion.main>
  );
}
