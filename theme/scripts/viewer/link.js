import { Trouble } from "./trouble.js";

/**
 * The secret half of a link, as it stands in the fragment.
 *
 * @typedef {object} Link
 * @property {string} text the 43 characters
 * @property {Uint8Array} secret the 32 bytes
 * @property {boolean} asksPassphrase
 *
 * A place in the portfolio: a page and, perhaps, an element in it.
 *
 * @typedef {{ slug: string, element: string }} Route
 */

/**
 * Strict: several texts can decode to the same bytes, and only one of them is the link,
 * so that no character of it can change unnoticed.
 *
 * @param {string} text
 * @returns {Uint8Array | null}
 */
function decodeSecret(text) {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return null;
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/") + "=");
  const again = btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return again === text ? Uint8Array.from(binary, (c) => c.charCodeAt(0)) : null;
}

/**
 * Some programs that pass a link on write the slash in its other form.
 *
 * @param {string} hash location.hash
 * @returns {string} what stands where the secret belongs, unjudged
 */
export function secretText(hash) {
  return hash.slice(1).split(/\/|%2f/i, 1)[0] ?? "";
}

/**
 * @param {string} hash location.hash
 * @returns {Link}
 * @throws {Trouble} `no-secret` when there is none, `changed` when it is not one
 */
export function readLink(hash) {
  const text = secretText(hash);
  if (text === "") throw new Trouble("no-secret");
  const secret = decodeSecret(text);
  if (!secret) throw new Trouble("changed");
  return { text, secret, asksPassphrase: (/** @type {number} */ (secret[0]) & 0x80) !== 0 };
}

/** @param {string} text */
function decodePart(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} path `slug` or `slug/element`, as in the pages' own links
 * @returns {Route}
 */
export function readPath(path) {
  const cut = path.indexOf("/");
  if (cut < 0) return { slug: decodePart(path), element: "" };
  return { slug: decodePart(path.slice(0, cut)), element: decodePart(path.slice(cut + 1)) };
}

/**
 * @param {string} hash location.hash
 * @returns {Route}
 */
export function readRoute(hash) {
  const path = hash.slice(1 + secretText(hash).length).replace(/%2f/gi, "/");
  return readPath(path.slice(1));
}

/**
 * The secret stays first, so that reload, back and a copied address open the same place.
 *
 * @param {string} secret
 * @param {string} slug
 * @param {string} [element]
 */
export function routeHash(secret, slug, element = "") {
  const path = encodeURIComponent(slug) + (element ? `/${encodeURIComponent(element)}` : "");
  return `#${secret}/${path}`;
}

/**
 * @param {string} pathname location.pathname
 * @returns {Uint8Array} the 16 bytes of the id, which salt the passphrase
 * @throws {Trouble} `withdrawn` when the address holds no id
 */
export function readId(pathname) {
  const found = /\/p\/([0-9a-f]{32})\/(?:index\.html)?$/.exec(pathname);
  if (!found) throw new Trouble("withdrawn");
  const digits = /** @type {string} */ (found[1]);
  return Uint8Array.from({ length: 16 }, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
