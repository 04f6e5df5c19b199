// What else there is to know of a check, in sentences.

import { count } from "./make.js";

export function notes(answer, first) {
  const lines = first ? [first] : [];
  if (!answer.health_copy) lines.push("This does not read as health copy, so nothing was looked for. Choose what it is about, and it is checked all the same.");
  if (answer.set_aside) lines.push(`${count(answer.set_aside, "finding")} set aside by the second opinion, as fair in their place.`);
  if (answer.let_stand) lines.push(`${count(answer.let_stand, "finding")} let stand by comments in the text.`);
  if (answer.cleared) lines.push(`${count(answer.cleared, "cleared claim")} used.`);
  for (const { line, message } of answer.problems) lines.push(`Line ${line}: ${message}`);
  for (const fault of answer.faults) lines.push(`A rule could not be used: ${fault}`);
  return lines;
}
