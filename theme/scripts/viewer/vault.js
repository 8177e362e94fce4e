import { createDecrypter, readContent } from "./age.js";
import { readGrant, readManifest } from "./manifest.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./manifest.js").BlobReference} BlobReference
 * @typedef {import("age-encryption").Decrypter} Decrypter
 *
 * What an opened link gives: the manifest, and its media one by one.
 *
 * @typedef {object} Vault
 * @property {Manifest} manifest
 * @property {(token: string, onProgress?: (done: number) => void, signal?: AbortSignal) => Promise<Blob>} readMedium
 */

/** @type {Record<string, string>} types that a browser would run as a page, not show, if it ignored `download` */
const PLAIN_TYPES = { "text/html": "text/plain", "application/xhtml+xml": "text/plain", "text/xml": "text/plain" };

/**
 * @param {string} address relative to the page
 * @param {RequestCache} cache
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response | null>} null when the host has no such file
 * @throws {Trouble} `network`
 */
async function fetchFile(address, cache, signal) {
  /** @type {Response} */
  let response;
  try {
    const options = { cache, credentials: /** @type {const} */ ("omit"), referrerPolicy: /** @type {const} */ ("no-referrer") };
    response = await fetch(address, signal ? { ...options, signal } : options);
  } catch {
    throw new Trouble("network");
  }
  // Some hosts answer a missing file with their front page and "200 OK".
  const page = response.ok && (response.headers.get("content-type") ?? "").startsWith("text/html");
  if (page || [403, 404, 410].includes(response.status)) return null;
  if (!response.ok) throw new Trouble("network");
  return response;
}

/** @param {Response} response */
async function readBytes(response) {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new Trouble("network");
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>} the sealed grant
 * @throws {Trouble} `withdrawn`, `network`
 */
export async function fetchGrant(signal) {
  const response = await fetchFile("grant.age", "no-store", signal);
  if (!response) throw new Trouble("withdrawn");
  return readBytes(response);
}

/**
 * @param {Uint8Array} sealed
 * @param {string} identity
 * @returns {Promise<import("./manifest.js").Grant>}
 * @throws {Trouble} `unopened`
 */
export async function openGrant(sealed, identity) {
  try {
    return readGrant(await createDecrypter(identity).decrypt(sealed));
  } catch {
    throw new Trouble("unopened");
  }
}

/**
 * @param {Decrypter} decrypter
 * @param {BlobReference} reference
 * @param {RequestCache} cache
 * @param {((done: number) => void) | undefined} onProgress
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>} the content, in pieces
 */
async function fetchContent(decrypter, { blob, size }, cache, onProgress, signal) {
  const response = await fetchFile(`../../b/${blob}.age`, cache, signal);
  if (!response?.body) throw new Trouble("damaged");
  const plain = await decrypter.decrypt(/** @type {ReadableStream<Uint8Array>} */ (response.body));
  return readContent(plain, size, onProgress);
}

/**
 * What does not open is fetched once more past the browser's cache: it may hold half a file, or that of an
 * older build.
 *
 * @param {Decrypter} decrypter
 * @param {BlobReference} reference
 * @param {(done: number) => void} [onProgress]
 * @param {AbortSignal} [signal]
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>} the content, in pieces
 * @throws {Trouble} `damaged`, `network`
 */
async function openBlob(decrypter, reference, onProgress, signal) {
  try {
    return await fetchContent(decrypter, reference, "default", onProgress, signal);
  } catch {
    try {
      return await fetchContent(decrypter, reference, "reload", onProgress, signal);
    } catch (error) {
      throw error instanceof Trouble ? error : new Trouble("damaged");
    }
  }
}

/**
 * @param {import("./manifest.js").Grant} grant
 * @param {AbortSignal} signal
 * @returns {Promise<Vault>}
 * @throws {Trouble} `damaged`, `network`
 */
export async function openVault(grant, signal) {
  try {
    const decrypter = createDecrypter(grant.identity);
    const packed = new Blob(await openBlob(decrypter, grant.manifest, undefined, signal));
    const unpacked = new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
    const manifest = readManifest(new Uint8Array(await unpacked.arrayBuffer()));
    return { manifest, readMedium: createMediumReader(manifest, decrypter) };
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble("damaged");
  }
}

/**
 * @param {Manifest} manifest
 * @param {Decrypter} decrypter
 * @returns {Vault["readMedium"]}
 */
function createMediumReader(manifest, decrypter) {
  return async (token, onProgress, signal) => {
    const medium = Object.hasOwn(manifest.media, token) ? manifest.media[token] : undefined;
    if (!medium) throw new Trouble("damaged");
    const pieces = await openBlob(decrypter, medium, onProgress, signal);
    return new Blob(pieces, { type: PLAIN_TYPES[medium.type] ?? medium.type });
  };
}
