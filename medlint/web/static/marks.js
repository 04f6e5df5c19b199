// Where findings stand in a text. Offsets are in UTF-16 code units, as everywhere in JavaScript.

import { LEVELS } from "./make.js";

// The findings as they stand after an edit: those behind it have moved, those that it touched have no place (start -1).
export function moved(findings, before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const by = after.length - before.length;
  return findings.map((one) => {
    if (one.start < 0 || one.end <= head) return one;
    if (one.start >= before.length - tail) return { ...one, start: one.start + by, end: one.end + by };
    return { ...one, start: -1, end: -1 };
  });
}

// The lines of a text, each as pieces `{text, level, chosen}`: level is the gravest of the marks on it, if any.
export function lines(text, marks, chosen) {
  const sorted = marks.filter((mark) => mark.end > mark.start && mark.start >= 0).sort((a, b) => a.start - b.start);
  let first = 0;
  let at = 0;
  return text.split("\n").map((line) => {
    const end = at + line.length;
    while (first < sorted.length && sorted[first].end <= at) first += 1;
    const here = [];
    for (let i = first; i < sorted.length && sorted[i].start < end; i += 1) if (sorted[i].end > at) here.push(sorted[i]);
    const pieces = split(line, at, here, chosen);
    at = end + 1;
    return pieces;
  });
}

function split(line, at, marks, chosen) {
  if (!marks.length) return [{ text: line, level: "", chosen: false }];
  const inside = (offset) => Math.min(Math.max(offset - at, 0), line.length);
  const edges = new Set([0, line.length]);
  for (const mark of marks) edges.add(inside(mark.start)).add(inside(mark.end));
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i];
    const over = marks.filter((mark) => inside(mark.start) < end && inside(mark.end) > start);
    const level = LEVELS.find((name) => over.some((mark) => mark.severity === name)) ?? "";
    return { text: line.slice(start, end), level, chosen: over.some((mark) => mark.fingerprint === chosen) };
  });
}
