/**
 * The page's letters. A font that comes late would move every line under the reader's eyes. So a page stands either in
 * its own faces from the start, or in the device's (styles/fonts.css) until the reader turns it.
 */

const SANS = '"Atkinson Hyperlegible Next", "Noto Sans Arabic"';
const SERIF = '"Literata", "Noto Naskh Arabic"';
const SLANTED = /<(?:em|i|cite|dfn|var|address)\b/;
const HELD = "data-plain-faces";

const root = document.documentElement;

/** From here on, a page stands in the device's faces. */
export function holdFaces() {
  root.setAttribute(HELD, "");
}

/** @returns {string[]} the faces that every page has, in the theme that is worn */
function commonFaces() {
  const style = getComputedStyle(root);
  const head = style.getPropertyValue("--head-face").includes("Literata") ? SERIF : SANS;
  return [`400 1em ${SANS}`, `600 1em ${SANS}`, `400 1em ${SERIF}`, `${style.getPropertyValue("--head-weight")} 1em ${head}`];
}

/**
 * @param {string} text
 * @returns {string} each of its letters once, and one for all that every face has: browsers look at them one by one
 */
function lettersOf(text) {
  return [...new Set(text.replace(/[\0-~]+/g, "a"))].join("");
}

/**
 * @param {string[]} faces
 * @param {string} text
 * @returns {Promise<unknown>} when they are there, or cannot be had
 */
function fetchFaces(faces, text) {
  const letters = lettersOf(text);
  return Promise.allSettled(faces.map((face) => document.fonts.load(face, letters)));
}

/** @param {number} patience @param {Promise<unknown>} coming @returns {Promise<unknown>} */
function within(patience, coming) {
  return Promise.race([coming, new Promise((resolve) => setTimeout(resolve, patience))]);
}

/** @param {string} text */
function areThere(text) {
  const letters = lettersOf(text);
  const isThere = (/** @type {string} */ face) => document.fonts.check(face, letters);
  // To know the theme's, the browser has to work out the page's style once more.
  return isThere(`400 1em ${SANS}`) && commonFaces().every(isThere);
}

/**
 * @param {string} text what the page says: it may hold markup
 * @param {number} patience milliseconds
 * @returns {Promise<unknown>} when its faces are there, or the reader should not wait any longer
 */
export function awaitFaces(text, patience) {
  return within(patience, fetchFaces(commonFaces(), text));
}

/**
 * The same, with the faces that only some pages have.
 *
 * @param {string} html
 * @param {number} patience milliseconds
 */
export function awaitAllFaces(html, patience) {
  const slanted = SLANTED.test(html) ? [`italic 400 1em ${SERIF}`] : [];
  return within(patience, fetchFaces([...commonFaces(), `600 1em ${SERIF}`, ...slanted], html));
}

/**
 * For what takes the whole screen, or goes onto paper: nobody is reading there yet.
 *
 * @param {string} text
 */
export function releaseFaces(text) {
  if (root.hasAttribute(HELD) && areThere(text)) root.removeAttribute(HELD);
}

/**
 * To be called before a page is put in the place of another: it stands in its own faces if they are there.
 *
 * @param {string} text
 */
export function wearFaces(text) {
  root.toggleAttribute(HELD, !areThere(text));
}

/**
 * To be called once the page is in its place. What only some pages have, such as slanted letters, the browser asks for
 * by itself as it lays them out: where they are not there yet, this page goes without its faces before anybody sees it.
 */
export function settleFaces() {
  if (root.hasAttribute(HELD)) return;
  root.getBoundingClientRect();
  const coming = [...document.fonts].some(({ family, status }) => status === "loading" && !family.includes("Stand-in"));
  if (coming) holdFaces();
}
