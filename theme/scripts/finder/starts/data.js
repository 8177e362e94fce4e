/** @typedef {{ id: string, says: string, moves: string[] }} Situation moves by id, the best first */
/** @typedef {{ id: string, name: string, situations: Situation[] }} SituationGroup */
/** @typedef {{ id: string, model: string, phase: string, phases: string[] }} Progression with all phases that its source names */

/**
 * What the data script brings besides the moves. `continua` has a sentence for each level of an element.
 *
 * @typedef {object} Starts
 * @property {SituationGroup[]} situations
 * @property {Record<string, string[]>} continua
 * @property {Progression[]} progressions
 */

/**
 * What a start shows: the moves stand between what is before and what is after them. `said` is told to those who listen.
 *
 * @typedef {{ before: Node[], moves: import("../../toolbox/move.js").Move[], after: Node[], said: string }} Screen
 */

/** @typedef {import("../result.js").Means & { starts: Starts }} Means */

/** @returns {Starts} what came with the page */
export function startData() {
  const { situations = [], continua = {}, progressions = [] } =
    /** @type {{ waypost?: Partial<Starts> }} */ (globalThis).waypost ?? {};
  return { situations, continua, progressions };
}
