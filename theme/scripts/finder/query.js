import { isEmpty, phraseAt, stemOf, wordsOf } from "./terms.js";
import { synonymsOf } from "./synonyms.js";

const PREFIX = 0.7;
const NEARBY = 0.5;
const SYNONYM = 0.42;
/** How much a word counts that holds a sentence together. */
const EMPTY = 0.2;
/** Who pastes a page is not kept waiting for the words behind these. */
const MOST = 40;

/**
 * A word that was typed, with all stems that it may stand for and how much each counts, 1 being the word itself.
 *
 * @typedef {object} Term
 * @property {string} typed
 * @property {number} counts how much the word itself counts among the others
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
  const open = /[\p{L}\p{N}]$/u.test(typed) ? all.length - 1 : -1;
  const words = all.slice(0, MOST);
  const allEmpty = words.every(isEmpty);
  return words.map((word, place) => {
    const counts = isEmpty(word) && !allEmpty ? EMPTY : 1;
    const term = counts < 1 && place !== open ? readEmpty(word) : readWord(word, place === open, vocabulary);
    const phrase = phraseAt(words, place) || phraseAt(words, place + 1);
    if (phrase) addPhrase(term, phrase, vocabulary);
    else addCompound(term, words, place, vocabulary);
    return { ...term, counts: phrase && vocabulary.stems.has(phrase) ? 1 : counts };
  });
}

/** @param {string} word @returns {Omit<Term, "counts">} */
function readEmpty(word) {
  return { typed: word, stems: new Map([[stemOf(word), 1]]) };
}

/** @param {Omit<Term, "counts">} term @param {string} phrase @param {import("./vocabulary.js").Vocabulary} vocabulary */
function addPhrase({ stems }, phrase, vocabulary) {
  if (vocabulary.stems.has(phrase)) stems.set(phrase, 1);
  for (const other of synonymsOf(phrase)) stems.set(other, Math.max(stems.get(other) ?? 0, SYNONYM));
}

/**
 * Two words that others write as one: note taking, free loader.
 *
 * @param {Omit<Term, "counts">} term
 * @param {string[]} words
 * @param {number} place
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 */
function addCompound({ stems }, words, place, vocabulary) {
  for (const [one, other] of [[words[place - 1], words[place]], [words[place], words[place + 1]]])
    if (one && other && vocabulary.stems.has(stemOf(one + other))) stems.set(stemOf(one + other), 1);
}

/**
 * @param {string} word
 * @param {boolean} open whether more of it may come
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Omit<Term, "counts">}
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
  const parts = vocabulary.split(word);
  for (const part of parts) add(stemOf(part), PREFIX);
  const nearest = synonyms.length || parts.length ? [] : vocabulary.nearest(word);
  for (const { word: other, steps } of nearest) {
    add(stemOf(other), NEARBY / steps + 0.3);
    for (const synonym of synonymsOf(stemOf(other))) add(synonym, SYNONYM / 2);
  }
  const read = nearest[0]?.word;
  return read ? { typed: word, stems, read } : { typed: word, stems };
}
