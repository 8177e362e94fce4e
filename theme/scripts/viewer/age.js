import { Decrypter } from "age-encryption";
// Not among the package's exports. On plain http `crypto.subtle` is undefined, and the package,
// which tries it first, then stops with a TypeError that it does not take as "not supported".
// Where it is there, a slow phone opens a link a tenth of a second sooner with it than in script.
import { forceWebCryptoOff } from "../../../node_modules/age-encryption/dist/x25519.js";

forceWebCryptoOff(!globalThis.crypto?.subtle);

/** Milliseconds after which others on the same thread have their turn. */
const TURN = 30;

/**
 * @param {string} identity `AGE-SECRET-KEY-1…`
 * @returns {Decrypter}
 */
export function createDecrypter(identity) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter;
}

/**
 * Hands on the content in front of the zero padding, piece by piece, and keeps none of it.
 *
 * @param {ReadableStream<Uint8Array>} plain what age gave
 * @param {number} size of the content
 * @param {(piece: Uint8Array<ArrayBuffer>) => unknown} take is waited for
 * @param {((done: number) => void) | undefined} [onProgress]
 * @throws {Error} when it is shorter than `size`, or the padding is not all zero
 */
export async function readContent(plain, size, take, onProgress) {
  const reader = plain.getReader();
  let total = 0;
  let rested = performance.now();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const content = value.subarray(0, Math.max(0, size - total));
    if (value.subarray(content.length).some((byte) => byte !== 0)) throw new Error("padding is not zero");
    total += value.length;
    if (content.length) await take(/** @type {Uint8Array<ArrayBuffer>} */ (content));
    if (performance.now() - rested > TURN) {
      // Decryption runs beside the reader's scrolling, and a word to stop must be heard.
      onProgress?.(Math.min(total, size));
      await new Promise((resolve) => setTimeout(resolve));
      rested = performance.now();
    }
  }
  if (total < size) throw new Error("shorter than promised");
}
