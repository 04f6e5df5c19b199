/* Written for this evaluation set; no real clinic's page. */
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n";
import { site } from "@/site.config";

type DisclaimerKey = "general" | "offlabel" | "results" | "device";

/**
 * Every page of Windrush Aesthetic Medicine declares which of these it needs.
 * The build breaks when a page with `kind: "treatment"` declares none.
 */
export const disclaimers: Record<DisclaimerKey, string> = {
  general:
    "This site cannot examine you. Talk to a doctor before you start, stop or change a treatment.",
  offlabel:
    "Some uses described here have not been approved by the FDA. Your clinician will tell you which.",
  results:
    "Results differ between people. Some see no change, and some are unhappy with the change they see.",
  device:
    "Device clearances are limited to the uses named on the device's page.",
};

interface FooterProps {
  show?: DisclaimerKey[];
  children?: ReactNode;
}

export function Footer({ show = ["general"], children }: FooterProps) {
  const { t } = useTranslation("footer");
  const year = new Date().getFullYear();

  return (
    <footer className="footer" data-testid="footer">
      <ul className="footer__legal">
        {show.map((key) => (
          <li key={key}>{disclaimers[key]}</li>
        ))}
      </ul>

      {children}

      <nav aria-label={t("quickLinks")}>
        <a href="/prices">{t("prices")}</a>
        <a href="/risks">{t("risks")}</a>
        <a href="/complaints">{t("complaints")}</a>
        <a href="/jobs">{t("jobs")}</a>
      </nav>

      <p>
        {site.street}, {site.city}. {t("phone")}: <a href={`tel:${site.tel}`}>{site.tel}</a>
      </p>
      <p>© {year} {site.legalName}</p>

      {/* award badges went away with v5. "Best Medspa" is bought, not won. */}
    </footer>
  );
}
