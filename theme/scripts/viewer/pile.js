import { Trouble } from "./trouble.js";

/** Bytes of a content that the script itself holds at most. What is older lies in a Blob, outside of its memory. */
export const MOST_HELD = 4 << 20;

/** Content that is collected piece by piece: a film of 200 MB passes through the memory of a script that has 20. */
export class Pile {
  constructor() {
    /** @type {Blob[]} */
    this.folded = [];
    /** @type {Uint8Array<ArrayBuffer>[]} */
    this.pieces = [];
    this.held = 0;
  }

  /**
   * @param {Uint8Array<ArrayBuffer>} piece
   * @throws {Trouble} `memory`
   */
  async add(piece) {
    this.pieces.push(piece);
    this.held += piece.length;
    if (this.held >= MOST_HELD) await this.fold();
  }

  async fold() {
    const folded = new Blob(this.pieces);
    this.folded.push(folded);
    this.pieces = [];
    this.held = 0;
    try {
      // Once it can be read, the browser has taken it out of our hands. What it has no room for, it takes without a
      // word, and tells whoever reads it.
      await folded.slice(-1).arrayBuffer();
    } catch {
      throw new Trouble("memory");
    }
  }

  /**
   * @param {string} type
   * @returns {Blob} all of it; Blobs within are not copied
   */
  whole(type) {
    return new Blob([...this.folded, ...this.pieces], { type });
  }
}
