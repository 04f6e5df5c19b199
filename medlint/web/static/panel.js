// The findings beside the text: their cards, which of them are shown, and which one is chosen.

import { Card, signature } from "./card.js";
import { LEVELS, count, make } from "./make.js";

const byId = (id) => document.getElementById(id);

export class Panel {
  constructor(actions, changed) {
    this.actions = actions;
    this.changed = changed;
    this.cards = new Map();
    this.findings = [];
    this.hidden = new Set(); // names of severities and families that are not shown
    this.chosen = null;
  }

  // The findings that the filters let through, in their order on the page; those about the whole page come first.
  get shown() {
    const shown = this.findings.filter((one) => !this.hidden.has(one.severity) && !this.hidden.has(one.family));
    return [...shown.filter((one) => one.whole_page), ...shown.filter((one) => !one.whole_page)];
  }

  card(key) {
    return this.cards.get(key);
  }

  show(findings) {
    this.findings = findings;
    const cards = new Map();
    for (const finding of findings) {
      const known = this.cards.get(finding.fingerprint);
      const card = known?.signature === signature(finding) ? known : new Card(finding, this.actions);
      card.finding = finding;
      cards.set(finding.fingerprint, card);
    }
    this.cards = cards;
    if (this.chosen && !cards.has(this.chosen)) this.chosen = null;
    if (this.chosen) this.card(this.chosen).open();
    this.#drawFilters();
    this.#drawLists();
  }

  choose(key) {
    if (this.chosen && this.chosen !== key) this.card(this.chosen)?.close();
    this.chosen = key;
    if (key) this.card(key).open();
  }

  // The finding before or behind the chosen one, or the first behind an offset of the text; they go round.
  beside(step, offset) {
    const shown = this.shown.filter((one) => one.whole_page || one.start >= 0);
    if (!shown.length) return null;
    const at = shown.findIndex((one) => one.fingerprint === this.chosen);
    if (at >= 0) return shown[(at + step + shown.length) % shown.length];
    const behind = shown.findIndex((one) => !one.whole_page && one.start >= offset);
    if (step > 0) return offset && behind >= 0 ? shown[behind] : shown[0];
    return shown[(behind > 0 ? behind : shown.length) - 1];
  }

  // Bring the chosen card into view inside of the panel; on a narrow page nothing is scrolled away from the writer.
  reveal() {
    const card = this.card(this.chosen);
    const lists = byId("lists");
    if (!card || lists.scrollHeight <= lists.clientHeight) return;
    const [inner, outer] = [card.element.getBoundingClientRect(), lists.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) card.element.scrollIntoView({ block: "start" });
  }

  tell(words) {
    byId("summary").textContent = words;
  }

  notes(lines) {
    byId("notes").replaceChildren(...lines.map((text) => make("li", { text })));
  }

  #drawLists() {
    const shown = this.shown;
    for (const [name, list] of [
      ["missing", shown.filter((one) => one.whole_page)],
      ["risky", shown.filter((one) => !one.whole_page)],
    ]) {
      byId(name).hidden = !list.length;
      arrange(byId(`${name}-cards`), list.map((one) => this.card(one.fingerprint).element));
    }
    for (const id of ["previous", "next"]) byId(id).disabled = !shown.length;
  }

  #drawFilters() {
    byId("filters").hidden = !this.findings.length;
    const levels = tally(this.findings.map((one) => one.severity));
    const families = tally(this.findings.map((one) => one.family));
    this.#boxes(byId("levels"), LEVELS, levels, (name) => `level ${name}`);
    this.#boxes(byId("families"), [...families.keys()].sort(), families, () => "");
    const off = [...families.keys()].filter((name) => this.hidden.has(name)).length;
    byId("families-shown").textContent = off ? `(${families.size - off} of ${families.size} shown)` : `(${families.size})`;
  }

  #boxes(fieldset, names, tallied, look) {
    const boxes = new Map([...fieldset.querySelectorAll("label")].map((label) => [label.dataset.name, label]));
    const wanted = names.map((name) => {
      const label = boxes.get(name) ?? this.#box(name, look(name));
      label.lastChild.textContent = `${tallied.get(name) ?? 0}`;
      return label;
    });
    for (const [name, label] of boxes) if (!names.includes(name)) label.remove();
    arrange(fieldset, [fieldset.querySelector("legend"), ...wanted]);
  }

  #box(name, look) {
    const box = make("input", { type: "checkbox", onchange: () => this.#toggle(name, box.checked) });
    box.checked = !this.hidden.has(name);
    const label = make("label", { class: `box ${look}` }, box, make("span", { text: name.replaceAll("-", " ") }), make("span", { class: "number" }));
    label.dataset.name = name;
    return label;
  }

  #toggle(name, isShown) {
    if (isShown) this.hidden.delete(name);
    else this.hidden.add(name);
    const chosen = this.card(this.chosen)?.finding;
    if (chosen && (this.hidden.has(chosen.severity) || this.hidden.has(chosen.family))) this.choose(null);
    this.show(this.findings);
    this.changed();
  }
}

// “3 errors, 1 warning”.
export function tallied(findings) {
  const levels = tally(findings.map((one) => one.severity));
  return LEVELS.filter((name) => levels.has(name)).map((name) => count(levels.get(name), name)).join(", ");
}

function tally(names) {
  const tally = new Map();
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
  return tally;
}

// Make the children of an element be these, moving as few as can be: one that is moved loses the focus.
function arrange(parent, children) {
  const kept = new Set(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}
