import { stemOf, isEmpty, wordsOf } from "../finder/terms.js";

/** @typedef {import("../toolbox/move.js").Move} Move */

const MOST = 3;
/** From this share of common words on, two moves probably say the same. */
export const SAME = 0.6;
/** What shares less is about something else. */
const NEAR = 0.25;

/** @param {string} text */
function stemsOf(text) {
  return new Set(wordsOf(text).filter((word) => !isEmpty(word)).map(stemOf));
}

/**
 * The moves that say much the same as what is being written.
 *
 * @param {string} text
 * @param {import("../finder/catalogue.js").Catalogue} catalogue
 * @returns {{ move: Move, share: number }[]} nearest first; `share` is how much of the shorter text both have
 */
export function likeMoves(text, catalogue) {
  const stems = stemsOf(text);
  if (stems.size < 2) return [];
  const { hits } = catalogue.search(text);
  const found = hits.slice(0, MOST).map(({ move }) => {
    const others = stemsOf(`${move.text} ${move.next ?? ""}`);
    const common = [...stems].filter((stem) => others.has(stem)).length;
    return { move, share: common / Math.min(stems.size, others.size || 1) };
  });
  return found.filter(({ share }) => share >= NEAR);
}
