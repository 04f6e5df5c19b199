// Written for this evaluation set; no real clinic's page.
import { useId, useState } from "react";
import { Field, Radio, Stack } from "../ui";
import type { IntakeStep } from "../types";

type Relief = "none" | "some" | "much" | "complete" | "worse";

const RELIEF_LABELS: Record<Relief, string> = {
  none: "No change",
  some: "A bit easier",
  much: "Much easier",
  complete: "No pain left",
  worse: "Worse than before",
};

const TRIED = [
  { id: "tens", label: "TENS unit" },
  { id: "heat", label: "Heat or ice" },
  { id: "nsaid", label: "Anti-inflammatory tablets" },
  { id: "chiro", label: "Chiropractic" },
  { id: "natural", label: "Herbs, oils or other natural products" },
  { id: "injection", label: "Injection" },
  { id: "surgery", label: "Surgery" },
];

/** Step 3 of the intake of Pellworth Physio. Do not persist before step 5 (consent). */
export function PainHistoryStep({ value, onChange, onNext }: IntakeStep) {
  const id = useId();
  const [isSafeToContinue, setSafe] = useState(false);

  return (
    <Stack gap={3}>
      <h2 id={id}>What have you tried so far?</h2>
      <p>Tick everything, whether it worked or not.</p>

      {TRIED.map((t) => (
        <Field key={t.id} label={t.label}>
          <Radio
            name={`relief-${t.id}`}
            options={Object.entries(RELIEF_LABELS)}
            value={value[t.id]}
            onSelect={(r) => onChange({ ...value, [t.id]: r as Relief })}
          />
        </Field>
      ))}

      <Field label="How long did the effect last?" hint="Hours, days, weeks. A guess will do.">
        <input name="lasting" inputMode="text" maxLength={40} />
      </Field>

      <Field label="Any of these since the pain began?">
        <ul>
          <li>numbness between the legs</li>
          <li>trouble passing urine</li>
          <li>weight loss you cannot explain</li>
        </ul>
        <label>
          <input type="checkbox" onChange={(e) => setSafe(e.target.checked)} />
          None of these. (If you do have one, call 999 or go to A&amp;E instead of booking here.)
        </label>
      </Field>

      <button disabled={!isSafeToContinue} onClick={onNext}>Next</button>
    </Stack>
  );
}
