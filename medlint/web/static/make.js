// Making elements. Text goes in as text, never as markup.

// An element with properties (`class`, `text`, `on…` handlers, attributes) and children.
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") element.className = value;
    else if (key === "text") element.textContent = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SHAPES = {
  error: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  warning: "M8 1.5 15.2 14.5H.8z",
  suggestion: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z",
};
const SVG = "http://www.w3.org/2000/svg";

// The sign of a severity: an octagon, a triangle or a disc, so that it is told apart without its colour.
export function sign(severity) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "sign");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[severity]);
  svg.append(path);
  return svg;
}

// “1 finding”, “2 findings”.
export function count(n, noun) {
  return `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
}

export const LEVELS = ["error", "warning", "suggestion"];
