import { isEmpty, wordsOf } from "./terms.js";
import { synonymsOf } from "./synonyms.js";

/**
 * @param {string} typed
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {string} the same with the words that no move uses put right; empty where there is nothing better
 */
export function didYouMean(typed, vocabulary) {
  let changed = false;
  const words = wordsOf(typed).map((word) => {
    if (isEmpty(word) || vocabulary.counts.has(word) || synonymsOf(word).length) return word;
    const near = vocabulary.nearest(word, word.length < 5 ? 1 : word.length < 9 ? 2 : 3)[0];
    if (!near) return word;
    changed = true;
    return near.word;
  });
  return changed ? words.join(" ") : "";
}
