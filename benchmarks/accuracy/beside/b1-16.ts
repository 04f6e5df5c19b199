// Written for this evaluation set; no real clinic's page.

export enum Severity {
  None = 0,
  Mild = 1,
  Moderate = 2,
  Severe = 3,
}

export type ReliefEntry = {
  takenAt: string; // ISO
  drug: string;
  reliefAt?: string;
  relief: 0 | 25 | 50 | 75 | 100;
};

/** Longest pain-free stretch in the diary, in hours. Returns null when fewer than two entries. */
export function longestPainFree(entries: ReliefEntry[]): number | null {
  if (entries.length < 2) return null;
  const sorted = [...entries].sort((a, b) => a.takenAt.localeCompare(b.takenAt));
  let best = 0;
  for (let i = 1; i < sorted.length; i++) {
    const gap = Date.parse(sorted[i].takenAt) - Date.parse(sorted[i - 1].takenAt);
    if (gap > best) best = gap;
  }
  return best / 36e5;
}

export const isSafeInteger = (n: unknown): n is number => Number.isSafeInteger(n);

export const LABELS: Record<string, string> = {
  fastActing: "Short-acting",
  longLasting: "Extended-release",
  cured: "Resolved",
  guaranteed: "Confirmed slot",
  proven: "Biopsy-proven",
  bestContact: "Preferred contact",
  instant: "Sent",
};

// The diary shows what was typed in. It draws no conclusions and gives no advice.
export const DIARY_FOOTNOTE =
  "This diary is a notebook, not a medical device. Talk to your clinician before changing any medicine.";

export default { Severity, longestPainFree, LABELS };
