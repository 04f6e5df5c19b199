// The text: a plain textarea, so that undo, input methods, spelling and screen readers work as they do everywhere. The
// underlines are on a copy of the text that lies beneath it, line by line.

import { lines } from "./marks.js";
import { make } from "./make.js";

// Longer texts are put in at once, as typing them in takes the browser too long; that cannot be undone.
const TYPED = 60_000;

export class Editor {
  constructor(area, mirror, sheet) {
    this.area = area;
    this.mirror = mirror;
    this.sheet = sheet;
    this.keys = [];
  }

  get text() {
    return this.area.value;
  }

  // Replace a part of the text in one step that undo takes back.
  replace(start, end, text) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
    const typed = text.length + end - start <= TYPED && this.#type(text);
    if (!typed) {
      this.area.setRangeText(text, start, end, "end");
      this.area.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText" }));
    }
  }

  // Only this way of changing a textarea goes on its list of what can be undone.
  #type(text) {
    return text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
  }

  load(text) {
    this.replace(0, this.text.length, text.replace(/\r\n?/g, "\n"));
    this.area.setSelectionRange(0, 0);
    this.sheet.scrollTop = 0;
  }

  undo() {
    this.area.focus({ preventScroll: true });
    return document.execCommand("undo");
  }

  // Underline the findings; `chosen` is the fingerprint of the one that stands out.
  draw(findings, chosen) {
    const drawn = lines(this.text, findings, chosen);
    const keys = drawn.map((pieces) => JSON.stringify(pieces));
    const most = Math.min(keys.length, this.keys.length);
    let head = 0;
    while (head < most && keys[head] === this.keys[head]) head += 1;
    let tail = 0;
    while (tail < most - head && keys[keys.length - 1 - tail] === this.keys[this.keys.length - 1 - tail]) tail += 1;
    const old = [...this.mirror.children];
    const fresh = drawn.slice(head, drawn.length - tail).map(drawLine);
    for (const gone of old.slice(head, old.length - tail)) gone.remove();
    const behind = this.mirror.children[head] ?? null;
    for (const line of fresh) this.mirror.insertBefore(line, behind);
    this.keys = keys;
  }

  // Scroll the words that stand out into view, inside of the sheet.
  reveal() {
    const words = this.mirror.querySelector(".chosen");
    if (!words) return;
    const [inner, outer] = [words.getBoundingClientRect(), this.sheet.getBoundingClientRect()];
    if (inner.top < outer.top + 20 || inner.bottom > outer.bottom - 20) {
      this.sheet.scrollTop += inner.top - outer.top - outer.height / 3;
    }
  }

  select(start, end) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
  }
}

function drawLine(pieces) {
  const nodes = pieces.map(({ text, level, chosen }) =>
    level ? make("span", { class: `mark ${level}${chosen ? " chosen" : ""}`, text }) : text);
  const isEmpty = pieces.length === 1 && !pieces[0].text;
  return make("div", {}, ...(isEmpty ? [make("br")] : nodes));
}
