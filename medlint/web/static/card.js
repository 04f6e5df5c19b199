// One finding as a card: a heading that opens it, and in it what is risky, why, who says so and what to write instead.

import { make, sign } from "./make.js";

let ids = 0;

// What `ways` tells of is how a finding can be mended: `{suggestion, text, scope, edits, safe}`, best first.
const PLACES = {
  words: "in place of the words",
  sentence: "in place of the whole sentence",
  insert: "as a paragraph of its own",
};

export class Card {
  constructor(finding, actions) {
    this.finding = finding;
    this.actions = actions;
    this.signature = signature(finding);
    this.id = `finding-${(ids += 1)}`;
    this.head = make("button", {
      type: "button", class: "card-head", "aria-expanded": "false", "aria-controls": this.id,
      onclick: () => actions.toggle(this.finding.fingerprint),
    }, make("span", { class: "level" }, sign(finding.severity), finding.severity), title(finding),
    make("span", { class: "family", text: finding.whole_page ? "" : finding.family.replaceAll("-", " ") }));
    this.body = make("div", { class: "card-body", id: this.id, hidden: true });
    this.element = make("li", { class: `card ${finding.severity}` }, make("h4", {}, this.head), this.body);
  }

  get isOpen() {
    return !this.body.hidden;
  }

  open() {
    if (this.isOpen) return;
    if (!this.body.firstChild) this.#fill();
    this.body.hidden = false;
    this.head.setAttribute("aria-expanded", "true");
    this.element.classList.add("open");
  }

  close() {
    this.body.hidden = true;
    this.head.setAttribute("aria-expanded", "false");
    this.element.classList.remove("open");
  }

  #fill() {
    const f = this.finding;
    const [before, words, after] = f.sentence;
    this.instead = make("div", { class: "instead" }, ...f.suggestions.map((text) => this.#written(text)));
    const parts = [
      part("What is risky", make("p", { text: f.message })),
      f.whole_page || !words ? null : where(make("p", { class: "excerpt" }, before, make("mark", { text: words }), after)),
      f.context.length ? make("p", { class: "aside", text: `Marked as: ${f.context.join(", ")}.` }) : null,
      f.why ? part("Why", make("p", { text: f.why })) : null,
      f.suggestions.length ? part(f.whole_page ? "Text to add" : "Write instead", this.instead) : null,
      f.sources.length ? part("Who says so", make("ul", { class: "sources" }, ...f.sources.map(source)), asked(f.sources)) : null,
    ];
    this.body.append(...parts.filter(Boolean), make("div", { class: "card-foot" },
      f.whole_page ? null : make("button", { type: "button", text: "Show in the text", onclick: () => this.actions.show(f.fingerprint) }),
      make("span", { class: "rule", text: f.rule })));
  }

  // Offer what can be put in with one press; the rest can be copied.
  offer(ways) {
    const f = this.finding;
    const told = new Set(ways.map((way) => way.suggestion));
    const rest = f.suggestions.filter((_, i) => !told.has(i));
    this.instead.replaceChildren(...ways.map((way) => this.#way(way)), ...rest.map((text) => this.#written(text)));
  }

  #way(way) {
    const f = this.finding;
    const words = way.scope === "insert" ? "Add to the page" : "Apply";
    return make("div", { class: "way" },
      make("p", { class: "rewording", text: way.text }),
      make("p", { class: "way-foot" },
        make("button", {
          type: "button", class: "apply", text: words, "aria-label": `${words}: ${way.text}`,
          onclick: () => this.actions.apply(f.fingerprint, way),
        }),
        copyButton(way.text, this.actions),
        make("span", { class: "aside", text: PLACES[way.scope] })));
  }

  #written(text) {
    return make("div", { class: "way" }, make("p", { class: "rewording", text }),
      make("p", { class: "way-foot" }, copyButton(text, this.actions)));
  }
}

// What two findings must share for the card of one to be that of the other: all but where they stand in which text.
export function signature({ start, end, line, number, of, ways, ...rest }) {
  return JSON.stringify(rest);
}

function title(finding) {
  if (finding.whole_page) return make("span", { class: "quote lack", text: finding.rule.replaceAll("-", " ") });
  return make("span", { class: "quote", text: `“${finding.quote}”` });
}

function part(name, ...content) {
  return make("section", { class: "part" }, make("h5", { text: name }), ...content);
}

// The words in their sentence, where there is no room for the text beside the card.
function where(excerpt) {
  const element = part("Where", excerpt);
  element.classList.add("where");
  return element;
}

function copyButton(text, actions) {
  return make("button", { type: "button", class: "quiet", text: "Copy", "aria-label": `Copy: ${text}`, onclick: () => actions.copy(text) });
}

function source({ name, url }) {
  const link = url && make("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: name });
  return make("li", {}, link || name);
}

// What the sources ask for, in the words of the facts, and how sure these are.
function asked(sources) {
  const told = sources.map(({ name, requires, as_of, verified }) => {
    const look = verified === "no" ? `not verified; looked at ${as_of}` : `looked at ${as_of}`;
    return make("p", { class: "aside", text: `${name}: ${requires} (${look})` });
  });
  return make("details", {}, make("summary", { text: "What is asked for there" }), ...told);
}
