/**
 * A move as toolbox/moves.json has it. Source: design, section 7 (open data).
 *
 * @typedef {object} Move
 * @property {string} id
 * @property {string} text the deed
 * @property {string} [next] for a progression's step: the move after it
 * @property {string} [element]
 * @property {string} [element_name]
 * @property {number} [level] 1 to 3
 * @property {string} [level_name]
 * @property {string} [driver]
 * @property {string} [driver_name]
 * @property {string} [progression] the progression's id
 * @property {string} [model]
 * @property {string} [phase]
 * @property {string} [group]
 * @property {string[]} leap
 * @property {string[]} see
 * @property {string} works_when
 * @property {string[]} keywords
 * @property {string[]} related
 * @property {"teacher" | "learners" | "both"} who
 * @property {string} page where it stands, below toolbox/, with its anchor
 * @property {string} revision changes when its wording does
 */

/**
 * What the data script brings. `site` is the address of toolbox/ where it is published, ending in a slash.
 *
 * @typedef {{ site: string, moves: Move[] }} Data
 */

/** @returns {Data} what came with the page */
export function pageData() {
  return /** @type {{ waypost?: Data }} */ (globalThis).waypost ?? { site: "", moves: [] };
}

/**
 * @param {Move} move
 * @returns {string} the name of what it belongs to: an element, or a progression
 */
export function homeName(move) {
  return move.element_name ?? [move.model, move.phase].filter(Boolean).join(", ");
}
