import { hkdf } from "@noble/hashes/hkdf.js";
import { pbkdf2Async } from "@noble/hashes/pbkdf2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { bech32 } from "@scure/base";

const ROUNDS = 600000;
const utf8 = new TextEncoder();

/**
 * @param {Uint8Array} key 32 bytes
 * @returns {string} the same as an age identity
 */
function ageIdentity(key) {
  return bech32.encodeFromBytes("age-secret-key-", key).toUpperCase();
}

/**
 * @param {Uint8Array} secret the 32 bytes of the link
 * @returns {string} the identity that opens the grant
 */
export function grantIdentity(secret) {
  return ageIdentity(hkdf(sha256, secret, undefined, utf8.encode("waypost/1 grant"), 32));
}

/**
 * @param {Uint8Array} secret the 32 bytes of the link
 * @param {string} phrase as typed
 * @param {Uint8Array} id the 16 bytes of the link's id
 * @returns {Promise<string>} the identity that opens the grant
 */
export async function grantIdentityWithPassphrase(secret, phrase, id) {
  const stretched = await stretch(utf8.encode(phrase.normalize("NFKC")), id);
  return ageIdentity(hkdf(sha256, secret, stretched, utf8.encode("waypost/1 grant with passphrase"), 32));
}

/**
 * @param {Uint8Array} secret the 32 bytes of the link
 * @returns {string} the name of a draft on this device, which says nothing without the link
 */
export function draftName(secret) {
  return bytesToHex(hkdf(sha256, secret, undefined, utf8.encode("waypost/1 draft name"), 16));
}

/**
 * PBKDF2-SHA256. Browsers withhold `crypto.subtle` on plain http; a school's own server may
 * have nothing else, so the slower way in script stands beside it.
 *
 * @param {Uint8Array<ArrayBuffer>} password
 * @param {Uint8Array} salt
 * @returns {Promise<Uint8Array>}
 */
async function stretch(password, salt) {
  if (!globalThis.crypto?.subtle) {
    return pbkdf2Async(sha256, password, salt, { c: ROUNDS, dkLen: 32, asyncTick: 50 });
  }
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(salt), iterations: ROUNDS };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}
