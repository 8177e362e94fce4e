import { homeName } from "../toolbox/move.js";
import { StemIndex } from "./index.js";
import { closeness, passagesOf, WEIGHTS } from "./passages.js";
import { readQuery } from "./query.js";
import { phraseAt, stemOf, wordsOf } from "./terms.js";
import { Vocabulary } from "./vocabulary.js";

/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {import("./passages.js").Passage} Passage */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {{ says: string, moves: string[] }} Situation */
/** @typedef {{ move: Move, score: number, passage: Passage | undefined }} Hit */

/**
 * What the moves get for the best of a term's stems, by their places, and how much the term `says` beside the others.
 *
 * @typedef {{ moves: number[], scores: Float32Array, weights: Float32Array, says: number }} Scored
 */

/** How many of the best are looked at passage by passage. */
const SHORTLIST = 100;
const COVERAGE = 1;
const TOGETHER = 1.5;
/** What the best few are about, the rest is judged by too: a query means a place more often than a word. */
const BEST = 12;
const AT_HOME = 1;
/** What the home as a whole says of the words counts as well, in moves that have few of them. */
const HOME = 0.5;
/** What has less than this share of the best move's score is not worth reading. */
const LEAST = 0.04;

/** How many of a situation's moves answer it best: those behind them go with it. */
const ANSWERS = 3;

/** All moves, to be searched. */
export class Catalogue {
  /**
   * @param {Move[]} moves
   * @param {Situation[]} [situations] what the first few of each one's moves are found by, too
   */
  constructor(moves, situations = []) {
    this.moves = moves;
    /** @type {Map<string, string[]>} */
    this.situations = new Map();
    for (const { says, moves: ids } of situations)
      for (const id of ids.slice(0, ANSWERS)) this.situations.set(id, [...(this.situations.get(id) ?? []), says]);
    this.byId = new Map(moves.map((move) => [move.id, move]));
    this.vocabulary = new Vocabulary();
    this.passages = moves.map((move) => this.#readPassages(move));
    this.index = new StemIndex();
    this.index.addAll(this.passages.map(weighed));
    const homes = new Map();
    this.homes = moves.map((move) => {
      const name = homeName(move);
      if (!homes.has(name)) homes.set(name, homes.size);
      return /** @type {number} */ (homes.get(name));
    });
    this.homeSizes = new Float32Array(homes.size);
    for (const home of this.homes) this.homeSizes[home] = (this.homeSizes[home] ?? 0) + 1;
  }

  /** @param {Move} move @returns {Passage[]} */
  #readPassages(move) {
    return passagesOf(move, this.situations.get(move.id) ?? []).map((passage) => {
      const words = wordsOf(passage.text);
      const stems = words.map((word) => {
        this.vocabulary.add(word);
        return stemOf(word);
      });
      const phrases = words.flatMap((_, place) => phraseAt(words, place) || []);
      for (const phrase of phrases) this.vocabulary.stems.add(phrase);
      return { ...passage, stems, phrases };
    });
  }

  /**
   * @param {string} typed
   * @returns {{ terms: Term[], hits: Hit[] }} best first; none where nothing was typed
   */
  search(typed) {
    const terms = readQuery(typed, this.vocabulary);
    const found = terms.map((term) => this.#scoresOf(term));
    const whole = found.reduce((sum, { says }) => sum + says, 0) || 1;
    const shares = found.map(({ says }) => says / whole);
    const { touched, sums, covered } = this.#add(found, shares);
    const atHome = this.#homeScores(touched, sums);
    const scored = touched.map((place) => ({
      place,
      score: (sums[place] ?? 0) * (covered[place] ?? 0) ** COVERAGE + HOME * (atHome[this.homes[place] ?? 0] ?? 0) * (covered[place] ?? 0),
    }));
    scored.sort((one, other) => other.score - one.score);
    const shortlist = scored.splice(0, SHORTLIST).map(({ place, score }) => this.#lookCloser(place, score, terms, shares));
    const byScore = (/** @type {Hit} */ one, /** @type {Hit} */ other) => other.score - one.score;
    const best = this.#drawHome(shortlist.sort(byScore)).sort(byScore);
    const least = LEAST * (best[0]?.score ?? 0);
    const rest = scored.map(({ place, score }) => this.#hit(place, score, undefined));
    return { terms, hits: [...best, ...rest].filter(({ score }) => score >= least) };
  }

  /** @param {number} place @param {number} score @param {Passage | undefined} passage @returns {Hit} */
  #hit(place, score, passage) {
    return { move: /** @type {Move} */ (this.moves[place]), score, passage };
  }

  /**
   * @param {Term} term
   * @returns {Scored}
   */
  #scoresOf(term) {
    const scores = new Float32Array(this.moves.length);
    const weights = new Float32Array(this.moves.length);
    const moves = [];
    const own = this.index.lookUp(stemOf(term.typed));
    const stems = [...term.stems].map(([stem, weight]) => ({ weight, ...this.index.lookUp(stem) }));
    const all = stems.reduce((sum, { moves: each }) => sum + each.length, 0);
    // A word that means much the same is not worth more than the word that was typed, however rare it is.
    const most = own.moves.length ? own.rarity : this.index.rarity(Math.min(all, this.moves.length));
    for (const { weight, moves: where, scores: each, rarity } of stems) {
      const worth = weight * (weight === 1 ? rarity : Math.min(rarity, most)) * term.counts;
      for (let at = 0; at < where.length; at++) {
        const place = where[at] ?? 0;
        const score = worth * (each[at] ?? 0);
        if (!weights[place]) moves.push(place);
        if (score > (scores[place] ?? 0)) scores[place] = score;
        if (weight > (weights[place] ?? 0)) weights[place] = weight;
      }
    }
    return { moves, scores, weights, says: most * term.counts };
  }

  /**
   * @param {Scored[]} found by term
   * @param {number[]} shares
   */
  #add(found, shares) {
    const sums = new Float32Array(this.moves.length);
    const covered = new Float32Array(this.moves.length);
    const touched = [];
    for (const [term, { moves, scores, weights }] of found.entries())
      for (const place of moves) {
        if (!covered[place]) touched.push(place);
        sums[place] = (sums[place] ?? 0) + (scores[place] ?? 0);
        covered[place] = (covered[place] ?? 0) + (weights[place] ?? 0) * (shares[term] ?? 0);
      }
    return { touched, sums, covered };
  }

  /** @param {number[]} touched @param {Float32Array} sums @returns {Float32Array} by home, what its moves have on average */
  #homeScores(touched, sums) {
    const homes = new Float32Array(this.homeSizes.length);
    for (const place of touched) {
      const home = this.homes[place] ?? 0;
      homes[home] = (homes[home] ?? 0) + (sums[place] ?? 0) / (this.homeSizes[home] ?? 1);
    }
    return homes;
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

  /**
   * @param {number} place
   * @param {number} score
   * @param {Term[]} terms
   * @param {number[]} shares of the terms
   * @returns {Hit} with the passage that says most of it
   */
  #lookCloser(place, score, terms, shares) {
    let most = 0;
    let passage;
    for (const each of this.passages[place] ?? []) {
      const close = closeness(each, terms, shares);
      if (close > most) [most, passage] = [close, each];
    }
    return this.#hit(place, score * (1 + TOGETHER * most), passage);
  }
}

/** @param {Passage[]} passages @returns {string[]} their stems, those that say more more often */
function weighed(passages) {
  return passages.flatMap(({ field, stems, phrases }) =>
    Array.from({ length: WEIGHTS[field] }, () => [...stems, ...phrases]).flat(),
  );
}
