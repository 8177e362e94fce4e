import { element } from "../viewer/element.js";
import { isEmpty, stemOf, wordsOf } from "./terms.js";

/**
 * @param {string} text
 * @param {import("./query.js").Term[]} terms
 * @returns {(Node | string)[]} the text, with the words that match marked
 */
export function marked(text, terms) {
  return text.split(/([\p{L}\p{N}]+(?:['’]\p{L}+)?)/u).map((piece, place) => {
    if (place % 2 === 0) return piece;
    const matches = wordsOf(piece).some((word) => !isEmpty(word) && terms.some(({ stems }) => stems.has(stemOf(word))));
    return matches ? element("mark", {}, piece) : piece;
  });
}

/**
 * @param {string} text
 * @param {import("./query.js").Term[]} terms
 * @returns {{ typed: string, as: string }[]} where a word matches by another than was typed, which
 */
export function readAs(text, terms) {
  /** @type {{ typed: string, as: string }[]} */
  const found = [];
  for (const { typed, stems } of terms) {
    const own = stemOf(typed);
    const words = wordsOf(text).filter((word) => !isEmpty(word));
    if (words.some((word) => stemOf(word) === own || word.startsWith(typed))) continue;
    const as = words.find((word) => stems.has(stemOf(word)));
    if (as) found.push({ typed, as });
  }
  return found;
}
