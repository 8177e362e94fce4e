import { createDecrypter } from "./age.js";
import { judgeAnswer } from "./fetching.js";
import { readGrant, readManifest, readTongue } from "./manifest.js";
import { createOpener } from "./opener.js";
import { openBlob, openPacked } from "./opening.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./manifest.js").BlobReference} BlobReference
 * @typedef {import("./opening.js").Pool} Pool
 *
 * What an opened link gives: the manifest, and its media one by one, into the memory or into a file of the reader's.
 *
 * @typedef {object} Vault
 * @property {Manifest} manifest
 * @property {(token: string, onProgress?: (done: number) => void, signal?: AbortSignal) => Promise<Blob>} readMedium
 * @property {(token: string, onProgress?: (done: number) => void, signal?: AbortSignal) =>
 *   Promise<import("./opener.js").Placed>} placeMedium
 * @property {(token: string, file: FileSystemFileHandle, onProgress?: (done: number) => void, signal?: AbortSignal) =>
 *   Promise<void>} saveMedium
 * @property {() => void} close
 */

/** @type {Record<string, string>} types that a browser would run as a page, not show, if it ignored `download` */
const PLAIN_TYPES = { "text/html": "text/plain", "application/xhtml+xml": "text/plain", "text/xml": "text/plain" };

/** @param {Response} response */
async function readBytes(response) {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new Trouble("network");
  }
}

/**
 * @param {Promise<Response>} asked
 * @returns {Promise<Uint8Array>} the sealed grant
 * @throws {Trouble} `withdrawn`, `network`
 */
export async function readSealed(asked) {
  const response = await judgeAnswer(asked);
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
 * @param {import("./manifest.js").Grant} grant
 * @param {Pool} from
 * @param {string} lang
 * @param {AbortSignal} signal
 * @returns {Promise<BlobReference>} the manifest in that language, or the grant's own
 */
async function findManifest(grant, from, lang, signal) {
  if (!lang || !grant.tongues) return grant.manifest;
  const listed = await openBlob(from, grant.tongues, "", { signal });
  return readTongue(new Uint8Array(await listed.arrayBuffer()), lang) ?? grant.manifest;
}

/**
 * @param {import("./manifest.js").Grant} grant
 * @param {AbortSignal} signal
 * @param {string} [lang] where the reader chose another language than the link's
 * @returns {Promise<Vault>}
 * @throws {Trouble} `damaged`, `network`
 */
export async function openVault(grant, signal, lang = "") {
  try {
    const pool = new URL("../../b/", location.href).href;
    const from = { decrypter: createDecrypter(grant.identity), pool };
    const reference = await findManifest(grant, from, lang, signal);
    const manifest = readManifest(await openPacked(from, reference, signal));
    return { manifest, ...createMediaReader(manifest, createOpener(grant.identity, pool)) };
  } catch (error) {
    throw error instanceof Trouble && error.reason !== "memory" ? error : new Trouble("damaged");
  }
}

/**
 * @param {Manifest} manifest
 * @param {import("./opener.js").Opener} opener
 * @returns {Omit<Vault, "manifest">}
 */
function createMediaReader(manifest, opener) {
  /** @param {string} token */
  const find = (token) => {
    const medium = Object.hasOwn(manifest.media, token) ? manifest.media[token] : undefined;
    if (!medium) throw new Trouble("damaged");
    return medium;
  };
  /** @param {import("./manifest.js").Medium} medium */
  const typeOf = ({ type }) => PLAIN_TYPES[type] ?? type;
  return {
    async readMedium(token, onProgress, signal) {
      const medium = find(token);
      return opener.open(medium, typeOf(medium), { onProgress, signal });
    },
    async placeMedium(token, onProgress, signal) {
      const medium = find(token);
      return opener.place(medium, typeOf(medium), { onProgress, signal });
    },
    async saveMedium(token, file, onProgress, signal) {
      await opener.save(find(token), file, { onProgress, signal });
    },
    close: () => opener.close(),
  };
}
