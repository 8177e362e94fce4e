import { LAST_DAY } from "../keeping/sheet.js";
import { element } from "../viewer/element.js";
import { dayName } from "./agenda.js";
import { LONGEST, dayOf, isWritten } from "./content.js";

/** @typedef {import("./content.js").Kept} Kept */
/** @typedef {import("../viewer/words.js").Words} Words */
/** @typedef {"note" | "tried" | "happened"} Field */

/** @type {Field[]} */
const FIELDS = ["note", "tried", "happened"];

/** @param {Field} field @param {string} typed @returns {string} what is kept of it */
function readField(field, typed) {
  return field === "tried" ? dayOf(typed) : typed;
}

/**
 * The places where a coach writes to a move. What is typed is handed on at once.
 *
 * @param {Kept} kept
 * @param {Words} words
 * @param {(field: Field, text: string) => void} onType
 * @returns {{ part: HTMLDetailsElement, show: (kept: Kept) => void }} `show` fills in what was written elsewhere
 */
export function noteFields(kept, words, onType) {
  const summary = element("summary", {}, words.say("notes"));
  const part = element("details", { class: "kept-notes" }, summary);
  const fields = FIELDS.map((field) => {
    const id = `${field}-${kept.id}`;
    const made = field === "tried" ? element("input", { type: "date", id, max: LAST_DAY }) : element("textarea", { id, rows: "2" });
    if (made instanceof HTMLTextAreaElement) made.maxLength = LONGEST[field];
    made.classList.add("search-field");
    made.addEventListener("input", () => onType(field, readField(field, made.value)));
    part.append(element("label", { class: "search-label", for: id }, words.say(`${field}-label`)), made);
    return made;
  });
  /** @param {Kept} now */
  const show = (now) => {
    for (const [place, field] of FIELDS.entries()) {
      const made = fields[place];
      // Where somebody types at this moment, nothing is put under their hands unless it differs.
      if (made && readField(field, made.value) !== now[field]) made.value = now[field];
    }
  };
  part.open = isWritten(kept);
  show(kept);
  return { part, show };
}

/**
 * What was written to a move, to read: on paper, and in a set that somebody else has shared.
 *
 * @param {Kept} kept
 * @param {Words} words
 * @returns {HTMLDListElement | undefined} undefined where nothing was
 */
export function drawWritten(kept, words) {
  if (!isWritten(kept)) return undefined;
  const list = element("dl", { class: "written" });
  for (const field of FIELDS) {
    const text = field === "tried" ? kept.tried && dayName(kept.tried, words) : kept[field];
    if (text) list.append(element("dt", {}, words.say(`${field}-label`)), element("dd", {}, text));
  }
  return list;
}
