import MiniSearch from "minisearch";
import { homeName } from "../toolbox/move.js";
import { readQuery } from "./query.js";
import { isEmpty, stemOf, termsOf, wordsOf } from "./terms.js";
import { Vocabulary } from "./vocabulary.js";

/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {{ move: Move, score: number, passage: Passage | undefined }} Hit */

/**
 * A passage of a move: one sign to see, one keyword, its text.
 *
 * @typedef {object} Passage
 * @property {"see" | "keywords" | "text" | "next" | "works_when" | "element_name"} field
 * @property {string} text
 * @property {string[]} stems
 */

/** @type {Record<Passage["field"], number>} how much a word says about a move, by where it stands */
const WEIGHTS = { see: 1.6, keywords: 2, text: 1.8, next: 1, works_when: 0.7, element_name: 3 };
const FIELDS = /** @type {Passage["field"][]} */ (Object.keys(WEIGHTS));
/** How many of the best are looked at passage by passage. */
const SHORTLIST = 150;
const COVERAGE = 1.2;
const TOGETHER = 1.5;
const ADJACENT = 0.35;
/** What the best few are about, the rest is judged by too: a query means a place more often than a word. */
const BEST = 12;
const AT_HOME = 1;
/** What has less than this share of the best move's score is not worth reading. */
const LEAST = 0.04;

/** @param {Move} move @param {Passage["field"]} field @returns {string[]} */
function textsOf(move, field) {
  const value = field === "element_name" ? homeName(move) : move[field];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

/** All moves, to be searched. */
export class Catalogue {
  /** @param {Move[]} moves */
  constructor(moves) {
    this.moves = moves;
    this.byId = new Map(moves.map((move) => [move.id, move]));
    this.vocabulary = new Vocabulary(moves.flatMap((move) => FIELDS.flatMap((field) => textsOf(move, field))));
    /** @type {MiniSearch<Move>} */
    this.index = new MiniSearch({
      fields: FIELDS,
      extractField: (move, field) =>
        field === "id" ? move.id : textsOf(move, /** @type {Passage["field"]} */ (field)).join("\n"),
      tokenize: wordsOf,
      processTerm: (word) => (isEmpty(word) ? null : stemOf(word)),
      searchOptions: { tokenize: (stem) => [stem], processTerm: (stem) => stem, boost: WEIGHTS },
    });
    this.index.addAll(moves);
    /** @type {Map<string, Passage[]>} */
    this.passages = new Map();
    /** @type {Map<string, Map<string, number>>} */
    this.found = new Map();
  }

  /**
   * @param {string} typed
   * @returns {{ terms: Term[], hits: Hit[] }} best first; none where nothing was typed
   */
  search(typed) {
    const terms = readQuery(typed, this.vocabulary);
    const scores = terms.map((term) => this.#scoresOf(term));
    const weights = scores.map((each) => this.#rarity(each.size));
    const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    /** @type {Map<string, { sum: number, covered: number }>} */
    const totals = new Map();
    scores.forEach((each, place) => {
      for (const [id, { score, weight }] of each) {
        const total = totals.get(id) ?? { sum: 0, covered: 0 };
        total.sum += score;
        total.covered += (weight * (weights[place] ?? 0)) / whole;
        totals.set(id, total);
      }
    });
    const hits = [...totals].map(([id, { sum, covered }]) => ({
      move: /** @type {Move} */ (this.byId.get(id)),
      score: sum * covered ** COVERAGE,
      passage: /** @type {Passage | undefined} */ (undefined),
    }));
    const byScore = (/** @type {Hit} */ one, /** @type {Hit} */ other) => other.score - one.score;
    hits.sort(byScore);
    const shares = weights.map((weight) => weight / whole);
    const shortlist = hits.splice(0, SHORTLIST).map((hit) => this.#lookCloser(hit, terms, shares));
    const ranked = [...this.#drawHome(shortlist.sort(byScore)).sort(byScore), ...hits];
    const least = LEAST * (ranked[0]?.score ?? 0);
    return { terms, hits: ranked.filter(({ score }) => score >= least) };
  }

  /** @param {Hit[]} hits best first @returns {Hit[]} with more for those from where most of the best come from */
  #drawHome(hits) {
    /** @type {Map<string, number>} */
    const homes = new Map();
    let all = 0;
    for (const { move, score } of hits.slice(0, BEST)) {
      homes.set(homeName(move), (homes.get(homeName(move)) ?? 0) + score);
      all += score;
    }
    return hits.map((hit) => ({
      ...hit,
      score: hit.score * (1 + (AT_HOME * (homes.get(homeName(hit.move)) ?? 0)) / (all || 1)),
    }));
  }

  /** @param {number} found in how many moves */
  #rarity(found) {
    return Math.log(1 + (this.moves.length + 1) / (found + 0.5));
  }

  /**
   * @param {Term} term
   * @returns {Map<string, { score: number, weight: number }>} what each move gets for the best of the term's stems
   */
  #scoresOf(term) {
    /** @type {Map<string, { score: number, weight: number }>} */
    const best = new Map();
    for (const [stem, weight] of term.stems)
      for (const [id, score] of this.#lookUp(stem)) {
        const before = best.get(id);
        if (!before || weight * score > before.score)
          best.set(id, { score: weight * score, weight: Math.max(weight, before?.weight ?? 0) });
      }
    return best;
  }

  /** @param {string} stem */
  #lookUp(stem) {
    let found = this.found.get(stem);
    if (!found) {
      found = new Map(this.index.search(stem).map(({ id, score }) => [id, score]));
      this.found.set(stem, found);
    }
    return found;
  }

  /** @param {Move} move @returns {Passage[]} */
  #passagesOf(move) {
    let passages = this.passages.get(move.id);
    if (!passages) {
      passages = FIELDS.flatMap((field) =>
        textsOf(move, field).map((text) => ({ field, text, stems: termsOf(text) })),
      );
      this.passages.set(move.id, passages);
    }
    return passages;
  }

  /**
   * Words that stand together in one passage, and in the order typed, say more than words strewn over a move.
   *
   * @param {Hit} hit
   * @param {Term[]} terms
   * @param {number[]} shares of the terms
   * @returns {Hit}
   */
  #lookCloser(hit, terms, shares) {
    let most = 0;
    let passage;
    for (const each of this.#passagesOf(hit.move)) {
      let closeness = 0;
      let previous = -2;
      terms.forEach(({ stems }, place) => {
        let weight = 0;
        let at = -2;
        each.stems.forEach((stem, index) => {
          const here = stems.get(stem) ?? 0;
          if (here > weight || (here === weight && here && index === previous + 1)) [weight, at] = [here, index];
        });
        closeness += weight * (shares[place] ?? 0);
        if (weight && previous >= 0 && at === previous + 1) closeness += ADJACENT * weight * (shares[place] ?? 0);
        previous = at;
      });
      // A short passage that is all about it counts for more than a long one that mentions it.
      closeness *= 1 + 0.5 / Math.max(1, each.stems.length);
      if (each.field === "works_when" || each.field === "element_name") closeness *= 0.7;
      if (closeness > most) [most, passage] = [closeness, each];
    }
    return { ...hit, score: hit.score * (1 + TOGETHER * most), passage };
  }
}
