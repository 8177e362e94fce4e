import { homeName } from "../toolbox/move.js";

/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {"see" | "keywords" | "text" | "next" | "works_when" | "element_name"} Field */
/**
 * One sign to see, one keyword, a move's text. `phrases` are words of it that mean one thing together.
 *
 * @typedef {{ field: Field, text: string, stems: string[], phrases: string[] }} Passage
 */

/** @type {Record<Field, number>} how much a word says about a move, by where it stands */
export const WEIGHTS = { see: 2, keywords: 2, text: 2, next: 1, works_when: 1, element_name: 3 };
const FIELDS = /** @type {Field[]} */ (Object.keys(WEIGHTS));
const ADJACENT = 0.2;
const ASIDE = 0.7;

/**
 * @param {Move} move
 * @param {string[]} situations that it answers: they are signs to see as well
 * @returns {{ field: Field, text: string }[]}
 */
export function passagesOf(move, situations) {
  return FIELDS.flatMap((field) => {
    const value = field === "element_name" ? homeName(move) : move[field];
    const texts = value === undefined ? [] : typeof value === "string" ? [value] : [...value];
    if (field === "see") texts.push(...situations);
    return texts.map((text) => ({ field, text }));
  });
}

/**
 * Words that stand together in one passage, and in the order typed, say more than words strewn over a move.
 *
 * @param {Passage} passage
 * @param {Term[]} terms
 * @param {number[]} shares of the terms
 * @returns {number} 0 where it has none of the words; above 1 where it is all about them
 */
export function closeness({ field, stems }, terms, shares) {
  let close = 0;
  let previous = -2;
  for (const [place, term] of terms.entries()) {
    let weight = 0;
    let at = -2;
    for (let index = 0; index < stems.length; index++) {
      const here = term.stems.get(stems[index] ?? "") ?? 0;
      if (here > weight || (here && here === weight && index === previous + 1)) [weight, at] = [here, index];
    }
    close += weight * (shares[place] ?? 0);
    if (at >= 0 && previous >= 0 && at === previous + 1)
      close += (ADJACENT * weight * ((shares[place] ?? 0) + (shares[place - 1] ?? 0))) / 2;
    previous = at;
  }
  // A short passage that is all about it counts for more than a long one that mentions it.
  close *= 1 + 0.5 / Math.max(1, stems.length);
  return field === "works_when" || field === "element_name" ? close * ASIDE : close;
}
