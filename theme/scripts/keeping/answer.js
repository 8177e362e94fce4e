import { element } from "../viewer/element.js";
import { showDay } from "./notice.js";
import { choiceName, fieldName } from "./names.js";
import { LAST_DAY, isDay } from "./sheet.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("./sheet.js").Field} Field
 */

/** @typedef {{ block: HTMLElement, show: (value: string) => void }} Answer */

/**
 * A field with its label. What is typed into a longer one is printed in full.
 *
 * @param {string} entry
 * @param {Field} field
 * @param {Words} words
 * @param {(value: string) => void} change
 * @param {string} [help]
 * @returns {Answer}
 */
export function makeAnswer(entry, field, words, change, help = "") {
  if (field.kind === "choice" && field.values.length === 1) return makeTick(field, words, change);
  const id = `${entry}-${field.id}`;
  const control = makeControl(field, words);
  control.id = id;
  control.dataset.field = field.id;
  const printed = element("p", { class: "answer-printed", "aria-hidden": "true", dir: "auto" });
  const read = () => (field.kind === "day" && !isDay(control.value) ? "" : control.value);
  const show = (/** @type {string} */ value) => {
    if (read() !== value) control.value = value;
    if (field.kind === "choice") printed.textContent = choiceName(field.id, value, words);
    else printed.textContent = field.kind === "day" && value ? showDay(value, words) : value;
  };
  control.addEventListener("input", () => {
    show(read());
    change(read());
  });
  const block = element("div", { class: `answer answer-${field.kind}` });
  block.append(element("label", { for: id }, fieldName(field.id, words)));
  if (help) {
    block.append(element("p", { class: "answer-help", id: `${id}-help` }, help));
    control.setAttribute("aria-describedby", `${id}-help`);
  }
  block.append(control, printed);
  show("");
  return { block, show };
}

/**
 * A choice of one, to be ticked.
 *
 * @param {import("./sheet.js").Choice} field
 * @param {Words} words
 * @param {(value: string) => void} change
 * @returns {Answer}
 */
function makeTick(field, words, change) {
  const tick = element("input", { type: "checkbox", "data-field": field.id });
  const label = element("label", { class: "tick" }, tick, ` ${fieldName(field.id, words)}`);
  const printed = element("p", { class: "answer-printed", "aria-hidden": "true" });
  const show = (/** @type {string} */ value) => {
    tick.checked = value !== "";
    printed.textContent = choiceName(field.id, value, words);
  };
  tick.addEventListener("change", () => {
    const value = tick.checked ? (field.values[0] ?? "") : "";
    show(value);
    change(value);
  });
  return { block: element("div", { class: "answer answer-tick" }, label, printed), show };
}

/**
 * @param {Field} field
 * @param {Words} words
 * @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
function makeControl(field, words) {
  if (field.kind === "choice") {
    const options = ["", ...field.values].map((value) => element("option", { value }, choiceName(field.id, value, words)));
    return element("select", {}, ...options);
  }
  if (field.kind === "text") return element("textarea", { rows: "2", dir: "auto" });
  return field.kind === "day" ? element("input", { type: "date", max: LAST_DAY }) : element("input", { type: "text", dir: "auto" });
}
