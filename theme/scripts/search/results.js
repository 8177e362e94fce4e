import { element } from "../viewer/element.js";

/**
 * @typedef {import("./passages.js").Piece} Piece
 * @typedef {import("./index.js").Result} Result
 */

/** @param {Piece[]} pieces @returns {(Node | string)[]} */
function drawPieces(pieces) {
  return pieces.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
}

/** @param {{ lang: string, dir: string }} line @returns {Record<string, string>} */
function spoken({ lang, dir }) {
  return { ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) };
}

/**
 * @param {Result} result
 * @param {(slug: string, id: string) => string} addressOf
 * @param {import("../viewer/words.js").Words} words
 */
export function drawResult({ place, title, passage }, addressOf, words) {
  const link = element("a", { href: addressOf(place.slug, place.id) }, ...drawPieces(title));
  const where = place.inDocument ? words.say("find-in-document", { page: place.page }) : place.page;
  const item = element(
    "li",
    { class: "found" },
    element("h3", { class: "found-title", ...spoken(place.title) }, link),
    ...(where === place.title.text ? [] : [element("p", { class: "found-where" }, where)]),
  );
  if (passage) {
    const [before, after] = passage.cut.map((cut) => (cut ? "…" : ""));
    item.append(element("p", { class: "found-passage", ...spoken(passage) }, before ?? "", ...drawPieces(passage.pieces), after ?? ""));
  }
  return item;
}
