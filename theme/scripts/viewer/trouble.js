/**
 * Why a link opened nothing. Each reason has a title and a help text among the words
 * (`<reason>-title`, `<reason>-help`).
 *
 * @typedef {"no-secret" | "changed" | "withdrawn" | "unopened" | "damaged" | "network" | "browser" | "memory"} Reason
 *
 * `memory` is said of a single medium only, never of a link.
 */

/** An expected failure: it ends on the locked page, in words, never in the console. */
export class Trouble extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}
