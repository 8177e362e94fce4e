import { showDay } from "../keeping/notice.js";
import { showValue } from "../keeping/value.js";
import { button, element } from "../viewer/element.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("../keeping/sheet.js").Form} Form
 * @typedef {import("../keeping/sheet.js").Sheet} Sheet
 */

/**
 * @param {Sheet} round
 * @param {Words} words
 * @returns {string} who rated, with the role
 */
export function raterName({ head }, words) {
  return [head.rater, head.role].filter(Boolean).join(words.say("comma"));
}

/**
 * @param {Sheet} round
 * @param {Words} words
 * @returns {string} who rated, and when
 */
export function roundName(round, words) {
  const day = round.head.finished ? showDay(round.head.finished, words) : words.say("round-open");
  return words.say("round-by", { by: raterName(round, words) || words.say("round-without-name"), day });
}

/**
 * A finished round in the list of those that were kept.
 *
 * @param {Sheet} round
 * @param {Form} form
 * @param {Words} words
 * @param {{ takeOut: () => void, goOn?: () => void }} ways
 */
export function roundItem(round, form, words, { takeOut, goOn }) {
  const facts = element("dl", { class: "round-facts" });
  for (const entry of form.entries) {
    const values = round.entries[entry.id] ?? {};
    const fact = element("dd");
    for (const field of entry.fields)
      if (values[field.id] || field.kind === "choice")
        fact.append(showValue(field, values[field.id] ?? "", words, field.kind === "choice"));
    facts.append(element("dt", {}, entry.name), fact);
  }
  const row = element("p", { class: "keeping-row" });
  if (goOn) row.append(button(words.say("go-on"), goOn, "button button-quiet"));
  row.append(button(words.say("take-out"), takeOut, "button button-quiet"));
  return element("li", {}, element("details", {}, element("summary", {}, roundName(round, words)), facts, row));
}
