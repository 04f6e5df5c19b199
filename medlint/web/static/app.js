// The page put together: the text, its findings beside it, and what can be done with both.

import { ask, get, openFile, report } from "./api.js";
import { Checks } from "./checks.js";
import { Choices } from "./choices.js";
import { drawComparison } from "./compare.js";
import { Editor } from "./editor.js";
import { count } from "./make.js";
import { moved } from "./marks.js";
import { notes } from "./notes.js";
import { Panel, tallied } from "./panel.js";

const byId = (id) => document.getElementById(id);
const editor = new Editor(byId("copy"), byId("mirror"), byId("sheet"));
const panel = new Panel({ toggle, show, apply, copy }, draw);
const checks = new Checks({ request, found, failed });

let choices = null;
let text = ""; // as it was last seen
let before = null; // as it came in
let name = ""; // of the file that it came from
let note = ""; // what is to be known of how it came in
let kept = ""; // as it was last copied
let findings = [];

// --- Checking

function request() {
  return choices && text.trim() ? { ...choices.data, text, name } : null;
}

function changed(event) {
  const now = editor.text;
  if (now === text) return;
  const isNew = !text.trim();
  findings = moved(findings, text, now);
  text = now;
  if (isNew) [before, name, note] = [event?.inputType === "insertFromPaste" || event?.inputType === "insertFromDrop" ? now : null, "", ""];
  byId("empty").hidden = Boolean(text);
  if (text.trim()) checks.soon();
  else cleared();
  draw();
}

function cleared() {
  checks.now();
  findings = [];
  panel.choose(null);
  panel.show([]);
  panel.notes([]);
  choices?.looked("");
  panel.tell("What is risky in your copy is told here, with why, who says so, and what to write instead.");
  byId("status").textContent = "";
}

function found(answer, asked) {
  trouble("");
  findings = answer.findings.map((one, number) => ({ ...one, number, of: asked.text }));
  panel.show(findings);
  choices.looked(asked.format === "auto" ? answer.format : "");
  const told = findings.length ? `${tallied(findings)}.` : "Nothing risky found.";
  panel.tell(told);
  say(told);
  panel.notes(notes(answer, note));
  byId("status").textContent = `${count(answer.words, "word")} checked.`;
  draw();
  if (panel.chosen) offer(panel.chosen);
}

function failed(error) {
  trouble(error.message);
}

function draw() {
  editor.draw(panel.shown.map((one) => findings[one.number]).filter((one) => !one.whole_page), panel.chosen);
}

// --- Findings

function placed(key) {
  return findings.find((one) => one.fingerprint === key);
}

function choose(key) {
  panel.choose(key);
  draw();
  const finding = key && placed(key);
  byId("peek").hidden = !finding || finding.whole_page;
  byId("peek-words").textContent = finding ? finding.message : "";
  if (key) offer(key);
}

function toggle(key) {
  choose(panel.chosen === key && panel.card(key).isOpen ? null : key);
  panel.reveal();
  editor.reveal();
}

function show(key) {
  edit(true);
  choose(key);
  const { start, end } = placed(key);
  byId("sheet").scrollIntoView({ block: "nearest" });
  if (start >= 0) editor.select(start, end);
  editor.reveal();
}

function step(by) {
  edit(true);
  const next = panel.beside(by, editor.area.selectionEnd);
  if (!next) return;
  choose(next.fingerprint);
  panel.reveal();
  editor.reveal();
  const { start, end } = placed(next.fingerprint);
  if (next.whole_page || start < 0) panel.card(next.fingerprint).head.focus();
  else editor.select(start, end);
  say(`${next.severity}: ${next.whole_page ? "" : `“${next.quote}”. `}${next.message}`);
}

function clicked() {
  const { selectionStart: at, selectionEnd } = editor.area;
  if (at !== selectionEnd) return;
  const here = panel.shown.map((one) => findings[one.number]).filter((one) => one.start <= at && at < one.end && !one.whole_page);
  if (!here.length) return;
  choose(here.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a)).fingerprint);
  panel.reveal();
}

// Ask how a finding can be mended, and offer it on its card.
async function offer(key) {
  const finding = placed(key);
  if (!finding?.suggestions.length || finding.of !== text || finding.ways) return;
  try {
    const { ways } = await ask("fixes", { ...request(), finding: finding.number });
    finding.ways = ways;
    if (placed(key) === finding) panel.card(key)?.offer(ways);
  } catch (error) {
    failed(error);
  }
}

function apply(key, way) {
  const finding = placed(key);
  if (!finding || finding.of !== text) {
    say("The text has just changed; wait a moment, and apply it then.");
    return;
  }
  edit(true);
  before ??= text;
  const edits = [...way.edits].sort((a, b) => a.start - b.start);
  const [start, end] = [edits[0].start, Math.max(...edits.map((one) => one.end))];
  let put = "";
  let at = start;
  for (const one of edits) {
    put += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  editor.replace(start, end, put + text.slice(at, end));
  if (matchMedia("(pointer: coarse)").matches) editor.area.blur(); // no keyboard over the page
  say("Applied.");
  checks.now();
}

// --- The text as a whole

function load(data) {
  edit(true);
  editor.load(data.text);
  [before, name, note] = [editor.text, data.name ?? "", data.note ?? ""];
  choices.format.value = data.format && data.name ? data.format : "auto";
  checks.now();
}

async function take(file) {
  if (!file) return;
  await trying(async () => load(await openFile(file)));
}

async function download(format) {
  if (!text.trim()) return trouble("There is no text to report on yet.");
  return trying(async () => {
    const address = URL.createObjectURL(await report({ ...request(), report: format }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `medlint-report.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    say("The report was saved with your downloads.");
  });
}

function undo() {
  edit(true);
  if (!editor.undo()) say("There is nothing to undo.");
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    if (words === text) kept = words;
    say("Copied.");
  } catch {
    trouble("The browser does not let this page copy; select the text and copy it by hand.");
  }
}

async function edit(isEditing) {
  if (byId("compare").hidden === isEditing) return;
  byId("compare").hidden = isEditing;
  byId("sheet").hidden = !isEditing;
  byId("show-edit").setAttribute("aria-pressed", String(isEditing));
  byId("show-compare").setAttribute("aria-pressed", String(!isEditing));
  if (!isEditing) await trying(() => drawComparison(byId("compare"), before, text));
}

// --- Telling

async function trying(work) {
  try {
    await work();
  } catch (error) {
    failed(error);
  }
}

function trouble(words) {
  byId("trouble").hidden = !words;
  byId("trouble").textContent = words;
}

function say(words) {
  byId("live").textContent = words;
  byId("status").dataset.said = words;
}

// --- Starting

function wire() {
  const on = (id, event, handler) => byId(id).addEventListener(event, handler);
  editor.area.addEventListener("input", changed);
  editor.area.addEventListener("click", clicked);
  on("example", "click", () => trying(async () => load(await get("example"))));
  on("open", "click", () => byId("file").click());
  on("file", "change", (event) => take(event.target.files[0]).then(() => (event.target.value = "")));
  on("undo", "click", undo);
  on("copy-out", "click", () => copy(text));
  on("report-html", "click", () => download("html"));
  on("report-json", "click", () => download("json"));
  on("show-edit", "click", () => edit(true));
  on("show-compare", "click", () => edit(false));
  on("previous", "click", () => step(-1));
  on("next", "click", () => step(1));
  on("peek-go", "click", () => panel.card(panel.chosen)?.head.scrollIntoView({ block: "start" }));
  addEventListener("keydown", (event) => {
    if (event.key !== "F8") return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  addEventListener("beforeunload", (event) => {
    if (text.trim() && text !== before && text !== kept) event.preventDefault();
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
}

// On a narrow page the choices are folded away, so that the text comes first.
function fold() {
  const narrow = matchMedia("(max-width: 860px)");
  const fit = () => (byId("choices").open = !narrow.matches);
  narrow.addEventListener("change", fit);
  fit();
}

wire();
fold();
if (!["localhost", "127.0.0.1", "[::1]"].includes(location.hostname)) {
  byId("stays").textContent = "Your copy goes to the computer that runs medlint, and no further.";
}
trying(async () => {
  const about = await get("about");
  choices = new Choices(about, () => checks.now());
  byId("file").accept = about.opens.join(",");
  byId("version").textContent = `medlint ${about.version}`;
  document.body.dataset.ready = "";
  changed();
  if (text.trim()) checks.now();
});
