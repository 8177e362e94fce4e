import MiniSearch from "minisearch";
import { fold, formsOf, wordsOf } from "./folding.js";
import { passageOf, markWords } from "./passages.js";

/**
 * @typedef {import("./places.js").Place} Place
 * @typedef {import("./passages.js").Passage} Passage
 * @typedef {import("./passages.js").Piece} Piece
 *
 * @typedef {object} Result
 * @property {Place} place
 * @property {Piece[]} title
 * @property {Passage | null} passage
 *
 * @typedef {object} Found
 * @property {number} count
 * @property {boolean} whole whether all words were found together; else these places have some of them
 * @property {(from: number, until: number) => Result[]} results the best first; passages are cut out for these alone
 */

/** A word on the way to be typed stands for all that begin so; one letter would stand for too many. */
const PREFIX = 2;
/** How many letters may be wrong, by the length of the word. @param {string} term */
const mistakes = (term) => (/\d/.test(term) || term.length < 4 ? false : term.length < 8 ? 1 : 2);

/** @param {string} word @returns {string[]} what it is with two letters next to each other in the other order */
function swapsOf(word) {
  if (word.length < 4 || word.length > 30) return [];
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
}

/** What one reader may find, in memory and nowhere else. */
export class PlaceIndex {
  /** @param {Place[]} places */
  constructor(places) {
    this.places = places;
    /** @type {MiniSearch<{ id: number, title: string, text: string }>} */
    this.index = new MiniSearch({
      fields: ["title", "text"],
      tokenize: wordsOf,
      processTerm: (word) => formsOf(fold(word)),
      searchOptions: {
        tokenize: (term) => [term],
        processTerm: (term) => term,
        boost: { title: 3 },
        prefix: (term) => term.length >= PREFIX,
        boostDocument: (id) => weightOf(this.places[id]),
      },
    });
    this.index.addAll(this.places.map(entryOf));
  }

  /**
   * @param {Record<string, string>} texts what documents say, by the ids of their pieces of evidence
   * @returns {Promise<void>} when they can be found; a little at a time, so that nobody waits while typing
   */
  async addTexts(texts) {
    const added = Object.entries(texts).flatMap(([id, text]) => {
      const piece = this.places.find((each) => each.id === id && !each.inDocument);
      return piece ? [{ ...piece, lines: [{ text, lang: "", dir: "auto", said: true }], inDocument: true }] : [];
    });
    const entries = added.map((place, at) => ({ ...entryOf(place, this.places.length + at), title: "" }));
    this.places.push(...added);
    await this.index.addAllAsync(entries, { chunkSize: 5 });
  }

  /**
   * @param {string} word as it was typed
   * @returns {import("minisearch").QueryCombination} mistakes are allowed only where nobody wrote the word as it is:
   *   who looks for a river does not want a driver
   */
  read(word) {
    const forms = formsOf(fold(word));
    const isKnown = (/** @type {string} */ form) => this.index.search(form, { fuzzy: false }).length > 0;
    if (forms.some(isKnown)) return { combineWith: "OR", queries: forms };
    const turned = swapsOf(fold(word)).filter(isKnown);
    return turned.length ? { combineWith: "OR", queries: turned } : { combineWith: "OR", queries: forms, fuzzy: mistakes };
  }

  /**
   * @param {string} typed
   * @returns {Found} what has all of the words; where nothing has, what has most of them
   */
  find(typed) {
    const queries = wordsOf(typed).filter(fold).map((word) => this.read(word));
    const all = queries.length ? this.index.search({ combineWith: "AND", queries }) : [];
    const hits = all.length || queries.length < 2 ? all : this.index.search({ combineWith: "OR", queries });
    return {
      count: hits.length,
      whole: hits === all,
      results: (from, until) =>
        hits.slice(from, until).map(({ id, terms }) => {
          const place = /** @type {Place} */ (this.places[id]);
          const found = new Set(terms);
          const title = markWords(place.title.text, found);
          return { place, title, passage: passageOf(place.lines, found, title.some(({ marked }) => marked)) };
        }),
    };
  }
}

/**
 * A document says much, and a slide says again what stands elsewhere.
 *
 * @param {Place | undefined} place
 */
function weightOf(place) {
  return place?.inDocument || place?.slug === "presentation" ? 0.6 : 1;
}

/** @param {Place} place @param {number} id */
function entryOf({ title, lines }, id) {
  return { id, title: title.text, text: lines.map(({ text }) => text).join("\n") };
}
