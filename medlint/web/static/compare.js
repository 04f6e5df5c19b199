// The text as it came and as it is now, word by word.

import { ask } from "./api.js";
import { count, make } from "./make.js";

const TAGS = { same: "span", gone: "del", new: "ins" };

export async function drawComparison(element, before, after) {
  if (before === null || before === after) {
    element.replaceChildren(make("p", { class: "aside", text: "Nothing has changed since the text came in." }));
    return;
  }
  const { pieces } = await ask("compare", { before, after });
  const changes = pieces.filter(([kind], i) => kind !== "same" && !(kind === "new" && pieces[i - 1]?.[0] === "gone"));
  element.replaceChildren(
    make("p", { class: "aside", text: `${count(changes.length, "change")}: what went is struck through, what came is underlined.` }),
    make("div", { class: "diff" }, ...pieces.map(([kind, text]) => make(TAGS[kind], { text }))),
  );
}
