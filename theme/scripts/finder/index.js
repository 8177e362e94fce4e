import MiniSearch from "minisearch";

/** @typedef {{ moves: Int32Array, scores: Float32Array, rarity: number }} Found `scores` are per move, without rarity */

/**
 * Which moves have a stem, and how much each is about it. A move is one field of stems here: what counts more stands
 * more often, so that a word is as rare as it is in all, wherever it stands.
 */
export class StemIndex {
  constructor() {
    this.size = 0;
    /** @type {MiniSearch<{ id: number, stems: string }>} */
    this.index = new MiniSearch({
      fields: ["stems"],
      tokenize: (stems) => stems.split(" "),
      processTerm: (stem) => stem,
      searchOptions: { tokenize: (stem) => [stem], bm25: { k: 2.5, b: 0.1, d: 0 } },
    });
    /** @type {Map<string, Found>} */
    this.found = new Map();
  }

  /** @param {string[][]} all the stems of every move */
  addAll(all) {
    this.size = all.length;
    this.index.addAll(all.map((stems, id) => ({ id, stems: stems.join(" ") })));
  }

  /** @param {number} found in how many moves @returns {number} as MiniSearch weighs it */
  rarity(found) {
    return Math.log(1 + (this.size - found + 0.5) / (found + 0.5));
  }

  /** @param {string} stem @returns {Found} */
  lookUp(stem) {
    let found = this.found.get(stem);
    if (!found) {
      const results = this.index.search(stem);
      const rarity = this.rarity(results.length);
      found = {
        moves: Int32Array.from(results, ({ id }) => id),
        scores: Float32Array.from(results, ({ score }) => score / rarity),
        rarity,
      };
      this.found.set(stem, found);
    }
    return found;
  }
}
