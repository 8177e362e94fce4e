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

/**
 * Whether it is that trouble. By its reason and not by its class: what opens files and what shows them are two scripts,
 * and each has the class for itself.
 *
 * @param {unknown} error
 * @param {Reason} reason
 */
export function isTrouble(error, reason) {
  return error instanceof Error && "reason" in error && error.reason === reason;
}
