import { element } from "../viewer/element.js";
import { showDay } from "./notice.js";
import { choiceName, fieldName } from "./names.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("./sheet.js").Field} Field
 */

/**
 * @param {Field} field
 * @param {string} value
 * @param {Words} words
 * @param {boolean} alone whether it needs no label
 * @returns {HTMLElement} what a person wrote, to be read
 */
export function showValue(field, value, words, alone) {
  const block = element("p", { class: `value value-${field.kind}${value ? "" : " missing"}` });
  if (field.kind === "text") block.dir = "auto";
  if (!alone && field.kind !== "text") block.append(element("span", { class: "value-name" }, `${fieldName(field.id, words)} `));
  if (field.id === "level" && value) block.append(strokes(field.kind === "choice" ? field.values.indexOf(value) + 1 : 0), " ");
  if (field.kind === "choice") block.append(choiceName(field.id, value, words));
  else if (field.kind === "day") block.append(showDay(value, words));
  else block.append(value || choiceName(field.id, "", words) || words.say("nothing-written"));
  return block;
}

/** @param {number} level from 1 to 3 */
export function strokes(level) {
  const marks = ["", "", ""].map(() => element("i"));
  return element("span", { class: `strokes strokes-${level}`, "aria-hidden": "true" }, ...marks);
}
