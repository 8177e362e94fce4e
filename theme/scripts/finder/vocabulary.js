import { isEmpty, stemOf } from "./terms.js";

/**
 * Steps from one word to the other, where letters are added, left out, changed, or swapped with the next.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number} `most + 1` where it takes more
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    let least = line;
    for (let column = 1; column <= other.length; column++) {
      const same = one[line - 1] === other[column - 1];
      let steps = Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (row[column - 1] ?? 0) + (same ? 0 : 1));
      if (!same && line > 1 && column > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1])
        steps = Math.min(steps, (before[column - 2] ?? 0) + 1);
      next.push(steps);
      if (steps < least) least = steps;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length] ?? most + 1;
}

/** @param {string} word */
const allowance = (word) => (word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

/** The words that moves are written in, as they are typed. */
export class Vocabulary {
  constructor() {
    /** @type {Map<string, number>} how often each word stands */
    this.counts = new Map();
    /** @type {Set<string>} of words, and of words that mean one thing with the word after */
    this.stems = new Set();
    /** @type {string[] | undefined} */
    this.sorted = undefined;
  }

  /** @param {string} word that a move uses */
  add(word) {
    const count = this.counts.get(word);
    this.counts.set(word, (count ?? 0) + 1);
    if (count) return;
    this.stems.add(stemOf(word));
    this.sorted = undefined;
  }

  /** The words that say something, in order. */
  get words() {
    return (this.sorted ??= [...this.counts.keys()].filter((word) => !isEmpty(word)).sort());
  }

  /**
   * @param {string} start
   * @returns {string[]} the words that begin with it and go on
   */
  completions(start) {
    let low = 0;
    for (let high = this.words.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? "") < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; this.words[low]?.startsWith(start); low++) if (this.words[low] !== start) found.push(this.words[low] ?? "");
    return found;
  }

  /**
   * @param {string} word that nobody uses
   * @returns {string[]} two that somebody does, where they make up the word: bellringer is bell and ringer
   */
  split(word) {
    for (let at = 3; at <= word.length - 3; at++) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => !isEmpty(part) && this.stems.has(stemOf(part)))) return parts;
    }
    return [];
  }

  /**
   * @param {string} word
   * @param {number} [most] steps that it may be away
   * @returns {{ word: string, steps: number }[]} the nearest words, the most frequent first
   */
  nearest(word, most = allowance(word)) {
    /** @type {{ word: string, steps: number }[]} */
    let found = [];
    let least = most;
    if (!most) return found;
    for (const candidate of this.words) {
      const steps = distance(word, candidate, least);
      if (steps > least) continue;
      if (steps < least) [found, least] = [[], steps];
      found.push({ word: candidate, steps });
    }
    const count = (/** @type {string} */ each) => this.counts.get(each) ?? 0;
    return found.sort((one, other) => count(other.word) - count(one.word)).slice(0, 3);
  }
}
