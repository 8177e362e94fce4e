// Surrogates without a partner and the code points that are no characters: no file can hold them.
const IMPOSSIBLE = /\p{Cs}|\p{Noncharacter_Code_Point}/gu;
const SPACE = /[\s\p{Cc}]+/gu;

/**
 * @param {string} typed
 * @returns {string} one line of what was typed, without what cannot be seen and a file could not hold
 */
export function plainLine(typed) {
  return typed.replace(IMPOSSIBLE, "").replace(SPACE, " ").trim();
}

/**
 * @param {string} typed entries, each on a line of its own
 * @param {RegExp} [between] what else divides them
 * @returns {string[]} the entries, each once
 */
export function plainList(typed, between = /[\r\n\u2028\u2029]+/) {
  return [...new Set(typed.split(between).map(plainLine).filter(Boolean))];
}

/**
 * @param {string} text
 * @param {(word: string) => boolean} isEmpty whether a word says too little for an id
 * @returns {string} an id made from the first words that say something
 */
export function idOf(text, isEmpty) {
  const plain = text.normalize("NFKD").replace(/[^\x20-\x7e]/g, "").toLowerCase();
  const words = plain.replace(/'/g, "").split(/[^a-z0-9]+/).filter((word) => word && !isEmpty(word));
  return `own-${words.slice(0, 5).join("-").slice(0, 60) || "move"}`.replace(/-+$/, "");
}
