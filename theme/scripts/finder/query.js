import { isEmpty, stemOf, wordsOf } from "./terms.js";
import { synonymsOf } from "./synonyms.js";

const PREFIX = 0.7;
const NEARBY = 0.5;
const SYNONYM = 0.42;

/**
 * A word that was typed, with all stems that it may stand for and how much each counts, 1 being the word itself.
 *
 * @typedef {object} Term
 * @property {string} typed
 * @property {Map<string, number>} stems
 * @property {string} [read] the word that it was read as, where nobody wrote it as it was typed
 */

/**
 * @param {string} typed
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Term[]}
 */
export function readQuery(typed, vocabulary) {
  const all = wordsOf(typed);
  const open = /[\p{L}\p{N}]$/u.test(typed) ? all.at(-1) : undefined;
  const telling = all.filter((word) => !isEmpty(word));
  const words = [...new Set(telling.length ? telling : all)];
  return words.map((word) => readWord(word, word === open, vocabulary));
}

/**
 * @param {string} word
 * @param {boolean} open whether more of it may come
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Term}
 */
function readWord(word, open, vocabulary) {
  const stem = stemOf(word);
  /** @type {Map<string, number>} */
  const stems = new Map([[stem, 1]]);
  /** @param {string} other @param {number} weight */
  const add = (other, weight) => stems.set(other, Math.max(stems.get(other) ?? 0, weight));
  const known = vocabulary.stems.has(stem);
  const completions = open && word.length > 1 ? vocabulary.completions(word) : [];
  for (const whole of completions) add(stemOf(whole), known ? PREFIX / 2 : PREFIX);
  const synonyms = synonymsOf(stem);
  for (const other of synonyms) add(other, known ? SYNONYM : SYNONYM * 1.5);
  if (known || completions.length) return { typed: word, stems };
  const nearest = synonyms.length ? [] : vocabulary.nearest(word);
  for (const { word: other, steps } of nearest) {
    add(stemOf(other), NEARBY / steps + 0.3);
    for (const synonym of synonymsOf(stemOf(other))) add(synonym, SYNONYM / 2);
  }
  const read = nearest[0]?.word;
  return read ? { typed: word, stems, read } : { typed: word, stems };
}
