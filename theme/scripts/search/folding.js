/** Letters that are their own in Unicode, and that many keyboards do not have. */
const LETTERS = new Map(
  Object.entries({
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i",
    // Arabic: what one hand writes as one letter and another as the other.
    ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه",
  }),
);
const SPECIAL = new RegExp(`[${[...LETTERS.keys()].join("")}\u0640\u0660-\u0669\u06F0-\u06F9]`, "g");
/** The article, with what may stand before it as part of the same word. */
const ARTICLE = /^[وف]?(?:ال|[بك]ال|لل)(?=\p{L}{3})/u;

/** @param {string} letter */
function plain(letter) {
  const code = letter.charCodeAt(0);
  if (code === 0x640) return "";
  if (code >= 0x660 && code <= 0x6f9 && /\p{Nd}/u.test(letter)) return String(code & 15);
  return LETTERS.get(letter) ?? letter;
}

/**
 * @param {string} word
 * @returns {string} the same for every way to write it: without capitals, accents, vowel signs, and with one form of
 *   each letter and figure
 */
export function fold(word) {
  if (/^[a-z0-9]*$/.test(word)) return word;
  return word.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(SPECIAL, plain);
}

/** One of many things: gaugings, boxes, ciudades. */
const MANY = /(?<=[a-z]{2}[^aeious])es$|(?<=[a-z]{2}[^s])s$/;

/**
 * @param {string} folded
 * @returns {string[]} what a word is found by: itself, and what it is without an article that is written onto it, and
 *   as one where it says many
 */
export function formsOf(folded) {
  const forms = [folded, folded.replace(ARTICLE, ""), folded.replace(MANY, ""), folded.replace(/(?<=[a-z]{3})s$/, "")];
  return [...new Set(forms)].filter(Boolean);
}

const WORD = /[\p{L}\p{N}\p{M}\u0640]+/gu;

/**
 * @param {string} text
 * @returns {string[]} its words, as they are written
 */
export function wordsOf(text) {
  return text.match(WORD) ?? [];
}

/**
 * @param {string} text
 * @returns {string[]} words at the odd places, what stands between them at the even ones
 */
export function piecesOf(text) {
  return text.split(/([\p{L}\p{N}\p{M}\u0640]+)/u);
}
