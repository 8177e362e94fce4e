import { element } from "../viewer/element.js";
import { homeName } from "../toolbox/move.js";
import { root } from "../toolbox/page.js";
import { trayToggle } from "../tray/toggle.js";
import { drawKeep } from "./keep.js";
import { drawStrokes } from "./level.js";
import { marked, readAs } from "./marks.js";

/** @typedef {import("./catalogue.js").Hit} Hit */
/** @typedef {import("./catalogue.js").Catalogue} Catalogue */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("../viewer/words.js").Words} Words */
/** @typedef {import("../tray/tray.js").Tray} Tray */
/** @typedef {{ words: Words, tray: Tray, catalogue: Catalogue }} Means what drawing takes */

/**
 * @param {Hit} hit
 * @param {Term[]} terms
 * @param {boolean} open
 * @param {Means} means
 * @returns {HTMLLIElement}
 */
export function drawResult(hit, terms, open, means) {
  const { move } = hit;
  const deed = element("button", { type: "button", class: "deed", id: `${move.id}-deed`, "aria-expanded": String(open) });
  deed.append(...marked(move.text, terms));
  const keep = drawKeep(move.id, means.tray, means.words);
  keep.setAttribute("aria-describedby", deed.id);
  const item = element(
    "li",
    { class: "result", "data-move": move.id, id: move.id },
    drawPlace(move, means.words),
    element("h2", { class: "result-deed" }, deed),
    ...drawReason(hit, terms, means.words),
    keep,
  );
  if (open) item.append(drawRest(move, means));
  return item;
}

/** @param {import("../toolbox/move.js").Move} move @param {Words} words */
export function drawPlace(move, words) {
  const place = element("p", { class: "place" }, element("b", {}, homeName(move)));
  if (move.level) {
    const level = element("span", { class: "place-level" }, drawStrokes(move.level), " ", words.say("level", { level: move.level }));
    place.append(" ", level);
    if (move.level_name) place.append(" · ", move.level_name);
  } else if (move.group) place.append(" · ", move.group);
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
 * @param {Means} means
 * @returns {HTMLElement} what an opened move says besides
 */
export function drawRest(move, { words, tray, catalogue }) {
  const facts = element("dl");
  /** @param {string} id @param {...(Node | string)} content */
  const add = (id, ...content) => facts.append(element("dt", {}, words.say(id)), element("dd", {}, ...content));
  if (move.next) add("next", move.next);
  add("see", element("ul", {}, ...move.see.map((each) => element("li", {}, each))));
  add("works-when", move.works_when);
  add("who", words.say(`who-${move.who}`));
  const related = move.related.flatMap((id) => catalogue.byId.get(id) ?? []);
  if (related.length)
    add(
      "related",
      element("ul", {}, ...related.map((each) => element("li", {}, element("a", { href: `#${each.id}` }, each.text)))),
    );
  return element("div", { class: "rest" }, facts, drawWays(move, words, tray));
}

/** @param {import("../toolbox/move.js").Move} move @param {Words} words @param {Tray} tray */
export function drawWays(move, words, tray) {
  const page = element("a", { class: "way", href: `${root()}${move.page}` }, words.say("its-page", { home: homeName(move) }));
  return element("p", { class: "ways" }, trayToggle(move.id, tray, words), page);
}
