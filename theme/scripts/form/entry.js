import { part } from "../toolbox/page.js";
import { faultOf, ruleOf } from "./limits.js";
import { idOf, plainLine, plainList } from "./plain.js";

/** @typedef {import("./limits.js").Fault} Fault */
/** @typedef {import("./limits.js").Rule} Rule */

/**
 * A move as it is being written.
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} text
 * @property {"element" | "progression" | ""} home
 * @property {string} element
 * @property {string} level
 * @property {string} progression
 * @property {string} group
 * @property {string[]} see
 * @property {string} works_when
 * @property {string[]} keywords
 * @property {string[]} related
 * @property {string} who
 * @property {string} author
 * @property {string} why
 */

/** What was typed, field by field, as it was typed. @typedef {Record<string, string>} Typed */

export const TYPED = ["text", "see", "works_when", "keywords", "element", "progression", "group", "author", "why", "id"];
export const CHOSEN = ["home", "level", "who"];
/** In the order of the page. */
const JUDGED = /** @type {const} */ (["text", "see", "works_when", "keywords", "who", "id"]);

/** @returns {HTMLFormElement} */
export function theForm() {
  return /** @type {HTMLFormElement} */ (part("add"));
}

/** @param {string} name @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */
export function field(name) {
  return /** @type {HTMLInputElement} */ (part(`add-${name}`));
}

/** @returns {Typed} */
export function readTyped() {
  const data = new FormData(theForm());
  return Object.fromEntries([...TYPED, ...CHOSEN].map((name) => [name, String(data.get(name) ?? "")]));
}

/** @param {Typed} typed put into the form */
export function writeTyped(typed) {
  for (const name of TYPED) field(name).value = typed[name] ?? "";
  for (const name of CHOSEN)
    for (const way of theForm().querySelectorAll(`input[name="${name}"]`))
      if (way instanceof HTMLInputElement) way.checked = way.value === (typed[name] ?? "");
}

/**
 * @param {Typed} typed
 * @param {string[]} related
 * @param {{ isEmpty: (word: string) => boolean, taken: (id: string) => boolean }} ids
 * @returns {Entry}
 */
export function entryOf(typed, related, { isEmpty, taken }) {
  const text = plainLine(typed.text ?? "");
  const of = (/** @type {string} */ name) => plainLine(typed[name] ?? "");
  let id = of("id");
  if (!id) {
    const made = idOf(text, isEmpty);
    for (let count = 2, next = (id = made); taken(next); count++) id = next = `${made}-${count}`;
  }
  return {
    id,
    text,
    home: /** @type {Entry["home"]} */ (of("home")),
    element: of("element"),
    level: of("level"),
    progression: of("progression"),
    group: of("group"),
    see: plainList(typed.see ?? ""),
    works_when: of("works_when"),
    keywords: plainList(typed.keywords ?? "", /[,;\r\n\u2028\u2029]+/),
    related,
    who: of("who"),
    author: of("author"),
    why: of("why"),
  };
}

/**
 * @param {Entry} entry
 * @param {{ rules: Record<string, Rule>, taken: (id: string) => boolean, reserved: (id: string) => boolean }} judges
 * @returns {Map<string, Fault>} what has to be mended, by field, in the order of the page
 */
export function faultsOf(entry, { rules, taken, reserved }) {
  /** @type {Map<string, Fault>} */
  const faults = new Map();
  const choose = { id: "choose", values: {} };
  const judge = (/** @type {typeof JUDGED[number]} */ name) => {
    const fault = faultOf(entry[name], ruleOf(rules[name]));
    if (fault) faults.set(name, fault);
  };
  judge("text");
  if (!entry.home) faults.set("home", choose);
  if (entry.home === "element" && !entry.element) faults.set("element", choose);
  if (entry.home === "element" && !entry.level) faults.set("level", choose);
  if (entry.home === "progression" && !entry.progression) faults.set("progression", choose);
  if (entry.home === "progression") {
    const fault = faultOf(entry.group, ruleOf(rules.group));
    if (fault) faults.set("group", fault);
  }
  for (const name of ["see", "works_when", "keywords"]) judge(/** @type {"see"} */ (name));
  if (!entry.who) faults.set("who", choose);
  judge("id");
  if (!faults.has("id")) {
    if (taken(entry.id)) faults.set("id", { id: "id-taken", values: {} });
    else if (reserved(entry.id)) faults.set("id", { id: "id-reserved", values: {} });
    else if (!entry.id.includes("-")) faults.set("id", { id: "id-plain", values: {} });
  }
  return faults;
}
