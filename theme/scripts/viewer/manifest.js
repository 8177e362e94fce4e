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
 * @property {BlobReference} [tongues] where the manifests in other languages are
 *
 * A language that the pages are there in, and what it calls itself.
 *
 * @typedef {{ lang: string, dir: "ltr" | "rtl", name: string }} Tongue
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
 * @property {Tongue[]} [tongues] what the reader can choose from
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
  const whole = grant?.v === 1 && hasTexts(grant, "identity") && isReference(grant.manifest);
  if (!whole || !(grant.tongues === undefined || isReference(grant.tongues))) {
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
    (manifest.tongues ?? []).every((/** @type {any} */ tongue) => hasTexts(tongue, "lang", "dir", "name")) &&
    typeof manifest.words === "object" &&
    typeof manifest.media === "object" &&
    Object.values(manifest.media).every((item) => isReference(item) && hasTexts(item, "type", "name"));
  if (!whole) throw new Error("not a manifest");
  return manifest;
}

/**
 * @param {Uint8Array} bytes what a grant's `tongues` leads to
 * @param {string} lang
 * @returns {BlobReference | null} the manifest in that language; null where there is none
 * @throws {Error} when it is not a list of version 1
 */
export function readTongue(bytes, lang) {
  const { v, manifests } = parse(bytes);
  if (v !== 1) throw new Error("not a list of languages");
  const found = Object.hasOwn(manifests, lang) ? manifests[lang] : null;
  if (found && !isReference(found)) throw new Error("not a list of languages");
  return found;
}
