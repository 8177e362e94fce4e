import { MOST, readKept, readName } from "./content.js";

/** @typedef {import("./content.js").Content} Content */
/** @typedef {import("./content.js").Kept} Kept */

const KIND = "my-moves";
const VERSION = 1;
export const LARGEST = 5_000_000;

/** Why a file cannot be taken in: the id of a sentence, and the place where it is wrong, if there is one. */
export class FileProblem extends Error {
  /** @param {"file-broken" | "file-foreign" | "file-newer" | "file-entry" | "file-large"} sentence @param {number} [place] */
  constructor(sentence, place = 0) {
    super(sentence);
    this.sentence = sentence;
    this.place = place;
  }
}

/** @param {Content} content @returns {string} JSON that `readFile` reads back as the same */
export function fileOf({ name, moves }) {
  return `${JSON.stringify({ waypost: KIND, version: VERSION, name, moves }, null, 2)}\n`;
}

/**
 * @param {string} text
 * @returns {Content}
 * @throws {FileProblem}
 */
export function readFile(text) {
  let said;
  try {
    said = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new FileProblem("file-broken");
  }
  if (said?.waypost !== KIND) throw new FileProblem("file-foreign");
  if (said.version !== VERSION) throw new FileProblem("file-newer");
  const name = readName(said.name);
  if (name === undefined || !Array.isArray(said.moves) || said.moves.length > MOST) throw new FileProblem("file-broken");
  /** @type {Map<string, Kept>} */
  const moves = new Map();
  for (const [place, each] of said.moves.entries()) {
    const kept = readKept(each);
    if (!kept || moves.has(kept.id)) throw new FileProblem("file-entry", place + 1);
    moves.set(kept.id, kept);
  }
  return { name, moves: [...moves.values()] };
}

/** @param {string} name of the set @param {string} ending @returns {string} what a browser saves it as */
export function fileName(name, ending) {
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `${plain.slice(0, 60) || KIND}.${ending}`;
}
