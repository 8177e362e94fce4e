import { readContent } from "./age.js";
import { askFor, judgeAnswer } from "./fetching.js";
import { Pile } from "./pile.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./manifest.js").BlobReference} BlobReference
 * @typedef {import("age-encryption").Decrypter} Decrypter
 *
 * Where sealed files are, and with what they open.
 *
 * @typedef {{ decrypter: Decrypter, pool: string }} Pool `pool` is the whole address of their folder
 *
 * @typedef {object} Watch
 * @property {((done: number) => void) | undefined} [onProgress]
 * @property {AbortSignal | undefined} [signal]
 */

/**
 * @param {Pool} from
 * @param {BlobReference} reference
 * @param {RequestCache} cache
 * @param {(piece: Uint8Array<ArrayBuffer>) => unknown} take
 * @param {Watch} watch
 */
async function fetchContent({ decrypter, pool }, { blob, size }, cache, take, { onProgress, signal }) {
  const response = await judgeAnswer(askFor(`${pool}${blob}.age`, cache, signal));
  if (!response?.body) throw new Trouble("damaged");
  const plain = await decrypter.decrypt(/** @type {ReadableStream<Uint8Array>} */ (response.body));
  await readContent(plain, size, take, onProgress);
}

/**
 * What does not open is fetched once more past the browser's cache: it may hold half a file, or that of an
 * older build.
 *
 * @param {AbortSignal | undefined} signal
 * @param {(cache: RequestCache) => Promise<void>} attempt
 * @throws {Trouble} `damaged`, `network`, `memory`
 */
async function tryTwice(signal, attempt) {
  try {
    await attempt("default");
  } catch (error) {
    if (isFull(error)) throw new Trouble("memory");
    try {
      signal?.throwIfAborted();
      await attempt("reload");
    } catch (again) {
      if (isFull(again)) throw new Trouble("memory");
      throw again instanceof Trouble ? again : new Trouble("damaged");
    }
  }
}

/** @param {unknown} error @returns {boolean} whether there was no room: another try would find none either */
function isFull(error) {
  return error instanceof RangeError || (error instanceof Trouble && error.reason === "memory");
}

/**
 * @param {Pool} from
 * @param {BlobReference} reference
 * @param {string} type
 * @param {Watch} [watch]
 * @returns {Promise<Blob>}
 * @throws {Trouble} `damaged`, `network`, `memory` where the browser has no room for it
 */
export async function openBlob(from, reference, type, watch = {}) {
  let pile = new Pile();
  await tryTwice(watch.signal, (cache) => {
    pile = new Pile();
    return fetchContent(from, reference, cache, (piece) => pile.add(piece), watch);
  });
  return pile.whole(type);
}

/**
 * A small content that was packed by gzip, unpacked. It takes no way through the browser's store of Blobs, which costs a
 * slow phone some frames.
 *
 * @param {Pool} from
 * @param {BlobReference} reference
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 * @throws {Trouble} `damaged`, `network`
 */
export async function openPacked(from, reference, signal) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  let pieces = [];
  await tryTwice(signal, (cache) => {
    pieces = [];
    return fetchContent(from, reference, cache, (piece) => pieces.push(piece), { signal });
  });
  const packed = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return new Uint8Array(await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

/**
 * Writes a content straight into a file that the reader chose: it never lies in the memory as a whole.
 *
 * @param {Pool} from
 * @param {BlobReference} reference
 * @param {FileSystemFileHandle} file
 * @param {Watch} [watch]
 * @throws {Trouble} `damaged`, `network`
 */
export async function saveContent(from, reference, file, watch = {}) {
  // Nothing is in the reader's file before all of it has opened.
  const writing = await file.createWritable();
  try {
    await tryTwice(watch.signal, async (cache) => {
      await writing.truncate(0);
      await writing.seek(0);
      await fetchContent(from, reference, cache, (piece) => writing.write(piece), watch);
    });
  } catch (error) {
    await writing.abort().catch(() => {});
    throw error;
  }
  await writing.close();
}
