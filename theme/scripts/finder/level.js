import { element } from "../viewer/element.js";

/** @param {number} level @returns {HTMLElement} one, two or three strokes, for those who see; the word stands beside them */
export function drawStrokes(level) {
  const strokes = element("span", { class: `strokes strokes-${level}`, "aria-hidden": "true" });
  strokes.append(...Array.from({ length: 3 }, () => element("i")));
  return strokes;
}
