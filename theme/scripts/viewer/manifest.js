/**
 * What a grant and a manifest hold, and whether they do.
 *
 * @typedef {object} BlobReference
 * @property {string} blob 32 hex digits
 * @property {number} size bytes before padding
 *
 * @typedef {object} Grant
 * @property {string} identity the audience's age identity
 * @property {BlobReference} manifest
 *
 * @typedef {BlobReference & { type: string, name: string }} Medium
 * @typedef {{ slug: string, title: string, html: string }} Page
 *
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} lang
 * @property {"ltr" | "rtl"} dir
 * @property {string} audience
 * @property {Record<string, string>} words
 * @property {[Page, ...Page[]]} pages
 * @property {Record<string, Medium>} media
 * @property {import("./design.js").Design} [design]
 */

/** @type {(value: any) => boolean} */
const isReference = (value) =>
  typeof value === "object" && value !== null && /^[0-9a-f]{32}$/.test(value.blob) &&
  Number.isSafeInteger(value.size) && value.size >= 0;

/** @type {(value: any, ...names: string[]) => boolean} */
const hasTexts = (value, ...names) =>
  typeof value === "object" && value !== null && names.every((name) => typeof value[name] === "string");

/**
 * @param {Uint8Array} bytes UTF-8, perhaps followed by spaces
 * @returns {any}
 */
function parse(bytes) {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

/**
 * @param {Uint8Array} bytes the grant's plaintext
 * @returns {Grant}
 * @throws {Error} when it is not a grant of version 1
 */
export function readGrant(bytes) {
  if (bytes.length !== 512) throw new Error("not the length of a grant");
  const grant = parse(bytes);
  if (grant?.v !== 1 || !hasTexts(grant, "identity") || !isReference(grant.manifest)) {
    throw new Error("not a grant");
  }
  return grant;
}

/**
 * @param {Uint8Array} bytes the manifest, out of its gzip
 * @returns {Manifest}
 * @throws {Error} when it is not a manifest of version 1
 */
export function readManifest(bytes) {
  const manifest = parse(bytes);
  const whole =
    manifest?.v === 1 &&
    hasTexts(manifest, "name", "lang", "dir", "audience") &&
    Array.isArray(manifest.pages) &&
    manifest.pages.length > 0 &&
    manifest.pages.every((/** @type {any} */ page) => hasTexts(page, "slug", "title", "html")) &&
    typeof manifest.words === "object" &&
    typeof manifest.media === "object" &&
    Object.values(manifest.media).every((item) => isReference(item) && hasTexts(item, "type", "name"));
  if (!whole) throw new Error("not a manifest");
  return manifest;
}
