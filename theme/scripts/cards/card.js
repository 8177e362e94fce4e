import { drawPlace } from "../finder/result.js";
import { drawCode } from "../tray/code.js";
import { element } from "../viewer/element.js";

/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {import("../viewer/words.js").Words} Words */

/** A code of version 10 has modules of a third of a millimetre at the size of a card: a phone reads no finer ones. */
const LARGEST_CODE = 10;

/** @param {Move} move @param {Words} words @returns {HTMLElement} the deed, large */
export function drawFront(move, words) {
  return element(
    "article",
    { class: "card front", "data-front": move.id },
    drawPlace(move, words),
    element("div", { class: "card-text" }, element("h2", { class: "card-deed" }, move.text)),
  );
}

/** @param {Move} move @param {Words} words @param {string} site @returns {HTMLElement} what to look for, and where to read on */
export function drawBack(move, words, site) {
  const text = element("div", { class: "card-text" });
  const foot = element("p", { class: "card-foot" }, element("span", { class: "card-id" }, move.id), " ", words.say("revision", { revision: move.revision }));
  const code = drawCode(`${site}${move.page}`, words.say("card-code", { id: move.id }), { ecc: "M", largest: LARGEST_CODE });
  if (code) text.append(element("div", { class: "card-code" }, code));
  text.append(element("p", { class: "card-head" }, words.say("works-when-head")), element("p", { class: "card-works" }, move.works_when));
  if (move.next) text.append(element("p", { class: "card-head" }, words.say("next-head")), element("p", {}, move.next));
  const seen = element("ul", {}, ...move.see.map((each) => element("li", {}, each)));
  text.append(element("p", { class: "card-head" }, words.say("see-head")), seen);
  return element("article", { class: "card back", "data-back": move.id }, text, foot);
}
