import { localeOf } from "../viewer/words.js";

/** The time since the talk began, without the breaks. */
export class Stopwatch {
  constructor() {
    this.before = 0;
    /** @type {number | null} */
    this.since = performance.now();
  }

  get runs() {
    return this.since !== null;
  }

  /** @returns {number} whole seconds */
  get seconds() {
    const now = this.since === null ? 0 : performance.now() - this.since;
    return Math.floor((this.before + now) / 1000);
  }

  toggle() {
    if (this.since === null) {
      this.since = performance.now();
    } else {
      this.before += performance.now() - this.since;
      this.since = null;
    }
  }

  restart() {
    this.before = 0;
    this.since = performance.now();
  }
}

/**
 * @param {number} seconds
 * @param {string} lang
 * @returns {string} such as 4:07, in the figures of the pages
 */
export function sayTime(seconds, lang) {
  const figures = (/** @type {number} */ value, /** @type {number} */ digits) =>
    value.toLocaleString(localeOf(lang), { minimumIntegerDigits: digits, useGrouping: false });
  return `${figures(Math.floor(seconds / 60), 1)}:${figures(seconds % 60, 2)}`;
}
