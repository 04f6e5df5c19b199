// Written for this evaluation set; no real clinic's page.
import { useTranslation } from "react-i18next";
import { Badge } from "./Badge";
import { Tooltip } from "./Tooltip";
import type { Drug } from "../model";

interface DrugRowProps {
  drug: Drug;
  onExplain(id: string): void;
}

/**
 * One line in "My medicines".
 * Copy rule: we print what the label is *for*, never whether it works.
 */
export const DrugRow = ({ drug, onExplain }: DrugRowProps) => {
  const { t } = useTranslation("meds");
  const offLabel = !drug.approvedUses.includes(drug.reason);

  return (
    <li className="drug">
      <h3>
        {drug.inn} <small>{drug.strength}</small>
      </h3>
      {drug.longActing && <Badge tone="neutral">{t("longActing", "long-acting")}</Badge>}
      {offLabel && (
        <Tooltip text={t("offLabel", "Your prescriber is using this for something that isn't on the label. Ask why; it's a fair question.")}>
          <Badge tone="amber">{t("offLabelShort", "off-label")}</Badge>
        </Tooltip>
      )}
      {drug.schedule && <Badge tone="red">{t("controlled", "controlled, class {{s}}", { s: drug.schedule })}</Badge>}
      <p>{t("takenFor", "Taken for: {{reason}}", { reason: drug.reason })}</p>
      <button type="button" onClick={() => onExplain(drug.id)}>
        {t("sideEffects", "Side effects and warnings")}
      </button>
    </li>
  );
};

DrugRow.displayName = "DrugRow";

// storybook
export const args = {
  safe: { drug: { id: "1", inn: "placebol", strength: "5 mg", reason: "testing" } },
  guaranteedCrash: { drug: null },
};
