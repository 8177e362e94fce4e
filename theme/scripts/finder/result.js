import { element } from "../viewer/element.js";
import { marked, readAs } from "./marks.js";
import { homeName } from "../toolbox/move.js";

/** @typedef {import("./catalogue.js").Hit} Hit */
/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("../viewer/words.js").Words} Words */

/**
 * @param {Hit} hit
 * @param {Term[]} terms
 * @param {Words} words
 * @param {boolean} open
 * @param {Catalogue} catalogue
 * @returns {HTMLLIElement}
 */
export function drawResult(hit, terms, words, open, catalogue) {
  const { move } = hit;
  const deed = element("button", { type: "button", class: "deed", "aria-expanded": String(open) });
  deed.append(...marked(move.text, terms));
  const item = element(
    "li",
    { class: "result", "data-move": move.id, id: move.id },
    drawPlace(move, words),
    element("h2", { class: "result-deed" }, deed),
    ...drawReason(hit, terms, words),
  );
  if (open) item.append(drawRest(move, words, catalogue));
  return item;
}

/** @param {import("../toolbox/move.js").Move} move @param {Words} words */
function drawPlace(move, words) {
  const place = element("p", { class: "place" }, element("b", {}, homeName(move)));
  if (move.level) {
    const strokes = element("span", { class: `strokes strokes-${move.level}`, "aria-hidden": "true" });
    strokes.append(...Array.from({ length: 3 }, () => element("i")));
    place.append(" ", strokes, " ", element("span", {}, words.say("level", { level: move.level })));
  } else if (move.group) place.append(" ", element("span", {}, move.group));
  return place;
}

/**
 * @param {Hit} hit
 * @param {Term[]} terms
 * @param {Words} words
 * @returns {HTMLElement[]} when one would use it, and why it was found
 */
function drawReason({ move, passage }, terms, words) {
  const see = passage?.field === "see" ? passage.text : (move.see[0] ?? "");
  const lines = [element("p", { class: "see" }, words.say("when-you-see"), " ", ...marked(see, terms))];
  if (!passage || !terms.length) return lines;
  const why = [];
  if (!["see", "text", "element_name"].includes(passage.field))
    why.push(element("span", {}, words.say(`why-${passage.field}`), " ", ...marked(passage.text, terms)));
  for (const { typed, as } of readAs(passage.text, terms).slice(0, 2))
    why.push(element("span", {}, words.say("why-read-as", { typed, as })));
  if (why.length) lines.push(element("p", { class: "why" }, ...why.flatMap((each) => [each, " "])));
  return lines;
}

/**
 * @param {import("../toolbox/move.js").Move} move
 * @param {Words} words
 * @param {Catalogue} catalogue
 * @returns {HTMLElement} what an opened move says besides
 */
export function drawRest(move, words, catalogue) {
  const rest = element("dl", { class: "rest" });
  /** @param {string} id @param {...(Node | string)} content */
  const add = (id, ...content) => rest.append(element("dt", {}, words.say(id)), element("dd", {}, ...content));
  if (move.next) add("next", move.next);
  if (move.level && move.level_name) add("stage", move.level_name);
  add("see", element("ul", {}, ...move.see.map((each) => element("li", {}, each))));
  add("works-when", move.works_when);
  add("who", words.say(`who-${move.who}`));
  const related = move.related.flatMap((id) => catalogue.byId.get(id) ?? []);
  if (related.length)
    add(
      "related",
      element("ul", {}, ...related.map((each) => element("li", {}, element("a", { href: `#${each.id}` }, each.text)))),
    );
  return rest;
}
