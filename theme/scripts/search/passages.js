import { fold, formsOf, piecesOf } from "./folding.js";

/**
 * @typedef {import("./places.js").Line} Line
 * @typedef {{ text: string, marked: boolean }} Piece
 * @typedef {Pick<Line, "lang" | "dir"> & { pieces: Piece[], cut: [boolean, boolean] }} Passage `cut`: whether more stands before, after
 */

/** Letters that a reader takes in at a glance. */
const LONG = 180;

/**
 * @param {string} text
 * @param {Set<string>} terms folded
 * @returns {Piece[]}
 */
export function markWords(text, terms) {
  return piecesOf(text).map((piece, at) => ({
    text: piece,
    marked: at % 2 === 1 && formsOf(fold(piece)).some((form) => terms.has(form)),
  }));
}

/**
 * @param {Piece[]} pieces
 * @returns {{ from: number, until: number, worth: number }} the part with most of the words in it; each word counts once
 */
function bestPart(pieces) {
  let best = { from: 0, until: pieces.length, worth: 0 };
  let from = 0;
  let long = 0;
  /** @type {Map<string, number>} */
  const held = new Map();
  for (const [at, { text, marked }] of pieces.entries()) {
    long += text.length;
    if (marked) held.set(fold(text), (held.get(fold(text)) ?? 0) + 1);
    for (; long > LONG && from < at; from++) {
      const gone = /** @type {Piece} */ (pieces[from]);
      long -= gone.text.length;
      if (!gone.marked) continue;
      const left = (held.get(fold(gone.text)) ?? 1) - 1;
      if (left) held.set(fold(gone.text), left);
      else held.delete(fold(gone.text));
    }
    if (held.size > best.worth) best = { from, until: at + 1, worth: held.size };
  }
  return best;
}

/**
 * @param {Piece[]} pieces
 * @param {number} from
 * @param {number} until
 * @returns {[number, number]} the same part, with as many words around it as there is room for
 */
function widen(pieces, from, until) {
  const lengthOf = (/** @type {number} */ at) => pieces[at]?.text.length ?? Infinity;
  let room = LONG;
  for (let at = from; at < until; at++) room -= lengthOf(at);
  for (let before = true, tries = 0; tries < 2; before = !before) {
    const next = before ? lengthOf(from - 1) : lengthOf(until);
    if (next > room) {
      tries += 1;
      continue;
    }
    tries = 0;
    room -= next;
    if (before) from -= 1;
    else until += 1;
  }
  return [from, until];
}

/**
 * @param {Line[]} lines
 * @param {Set<string>} terms the words that were found, folded
 * @param {boolean} named whether some of them are in the title already
 * @returns {Passage | null} the one that shows best why; where none does, how the place begins
 */
export function passageOf(lines, terms, named) {
  let best = null;
  for (const line of lines) {
    const pieces = markWords(line.text, terms);
    const part = bestPart(pieces);
    if (!line.said && (named || !part.worth)) continue;
    if (!best || part.worth > best.part.worth) best = { line, pieces, part };
  }
  if (!best) return null;
  const { line, pieces, part } = best;
  // Before the first word that was found there is some room, so that a reader sees what is spoken of.
  const first = pieces.findIndex(({ marked }, at) => marked && at >= part.from);
  const last = pieces.findLastIndex(({ marked }, at) => marked && at < part.until);
  const [from, until] = widen(pieces, first < 0 ? 0 : first, first < 0 ? 1 : last + 1);
  return { lang: line.lang, dir: line.dir, pieces: pieces.slice(from, until), cut: [from > 0, until < pieces.length] };
}
