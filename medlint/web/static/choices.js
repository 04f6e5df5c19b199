// What is checked: the treatment, the format, whose rules. The choices are remembered, the copy never is.

import { make } from "./make.js";

const KEY = "medlint-choices";
const FORMATS = { text: "Plain text", markdown: "Markdown", html: "HTML" };

export class Choices {
  constructor(about, changed) {
    this.about = about;
    this.treatment = document.getElementById("treatment");
    this.format = document.getElementById("format");
    const where = document.getElementById("jurisdictions");
    this.boxes = about.jurisdictions.map(({ id, label }) => {
      const box = make("input", { type: "checkbox", value: id });
      where.append(make("label", { class: "box" }, box, make("span", { text: label })));
      return box;
    });
    const fields = grouped(about.treatments);
    for (const [field, treatments] of fields) {
      const options = treatments.map(({ id, label }) => make("option", { value: id, text: label }));
      this.treatment.append(make("optgroup", { label: field.replaceAll("-", " ") }, ...options));
    }
    for (const id of about.formats) this.format.append(make("option", { value: id, text: FORMATS[id] ?? id }));
    this.#restore();
    for (const control of [this.treatment, this.format, ...this.boxes]) {
      control.addEventListener("change", () => {
        this.#keep();
        changed();
      });
    }
  }

  get data() {
    const jurisdictions = this.boxes.filter((box) => box.checked).map((box) => box.value);
    return { format: this.format.value, treatment: this.treatment.value, jurisdictions };
  }

  // Tell beside “as it looks” what that came to.
  looked(format) {
    this.format.options[0].textContent = format ? `As it looks: ${FORMATS[format] ?? format}` : "As it looks";
  }

  #keep() {
    if (!this.boxes.some((box) => box.checked)) this.#check(this.about.initial);
    const { treatment, jurisdictions } = this.data;
    localStorage.setItem(KEY, JSON.stringify({ treatment, jurisdictions }));
  }

  #restore() {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      localStorage.removeItem(KEY);
    }
    this.treatment.value = kept.treatment || this.about.treatment || "";
    if (!this.treatment.value) this.treatment.selectedIndex = 0;
    const where = Array.isArray(kept.jurisdictions) ? kept.jurisdictions : this.about.initial;
    this.#check(where);
    if (!this.boxes.some((box) => box.checked)) this.#check(this.about.initial);
  }

  #check(names) {
    for (const box of this.boxes) box.checked = names.includes(box.value);
  }
}

function grouped(treatments) {
  const fields = new Map();
  for (const one of treatments) fields.set(one.field, [...(fields.get(one.field) ?? []), one]);
  return fields;
}
