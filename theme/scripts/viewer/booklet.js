import { element } from "./element.js";
import { fetchBundle } from "./later.js";
import { posterOf } from "./films.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./manifest.js").Manifest} Manifest
 *
 * Where a code leads. It holds the secret, so there is none unless the reader asked for it.
 *
 * @typedef {(slug: string, element: string) => string} AddressOf
 */

/** Versions beyond this a phone cannot read well at the size of a stamp. */
const LARGEST = 15;
/** Audiences whose link shows no more than may hang on a wall: the same as for the code on a handout. */
const OPEN = ["panel", "public"];
const FILMS = ".piece:is([data-kind='video'], [data-kind='audio'])";

/** @param {string} text @returns {string} a string of CSS */
function quoted(text) {
  // eslint-disable-next-line no-control-regex
  return `"${text.replace(/["\\\u0000-\u001f\u007f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}

/**
 * The head of each sheet, as the exported booklet has it: whose it is, and the title of the page.
 *
 * @param {Manifest} manifest
 * @param {string} contents what the contents are called
 * @returns {CSSStyleSheet}
 */
export function sheetRules({ name, dir, pages }, contents) {
  const [near, far] = dir === "rtl" ? ["right", "left"] : ["left", "right"];
  const [cover, ...others] = pages;
  const heads = [["contents", contents], ...others.map(({ slug, title }) => [slug, title])];
  const rules = [
    `@page{@top-${near}{content:${quoted(name)}}@bottom-right{content:none}@bottom-${far}{content:counter(page)}}`,
    `@page ${cover.slug}{@top-${near}{content:none}@bottom-${far}{content:none}}`,
    `@media print{.masthead{page:${cover.slug}}}`,
    ...heads.map(([slug, title = ""]) => `@page ${slug}{@top-${far}{content:${quoted(title)}}}`),
    ...pages.map(({ slug }) => `.print-page[data-page="${slug}"]{page:${slug}}`),
  ];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join("\n"));
  return sheet;
}

/**
 * Films leave their posters on paper, and recordings their length and the picture of their sound.
 *
 * @param {ParentNode} sheets
 */
export function stillFilms(sheets) {
  for (const film of /** @type {NodeListOf<HTMLMediaElement>} */ (sheets.querySelectorAll("video, audio"))) {
    film.replaceWith(...posterOf(film));
  }
}

/**
 * @param {Manifest} manifest
 * @param {Words} words
 * @returns {{ node: HTMLElement, wanted: () => boolean }[]} the question whether codes are wanted, where it may be asked
 */
export function codeChoice({ audience, pages }, words) {
  const films = pages.some(({ html }) => /<(?:video|audio) /.test(html));
  if (!films || !OPEN.includes(audience)) return [];
  const box = element("input", { type: "checkbox" });
  const label = element("label", { class: "talk-way" }, box, " ", element("span", {}, words.say("print-codes")));
  const node = element("p", { class: "colophon-codes" }, label, " ", element("span", { class: "talk-help" }, words.say("print-codes-help")));
  return [{ node, wanted: () => box.checked }];
}

/**
 * Puts a code beside each film and recording that opens it on a phone.
 *
 * @param {ParentNode} sheets
 * @param {string} presenter where the script lies that draws codes
 * @param {AddressOf} addressOf
 * @param {Words} words
 * @throws {Error} when the script does not come
 */
export async function drawCodes(sheets, presenter, addressOf, words) {
  const { drawCode } = /** @type {import("../presenter/main.js").Presenter} */ (await fetchBundle(presenter, "waypostPresenter"));
  for (const piece of sheets.querySelectorAll(FILMS)) {
    const code = drawCode(addressOf("evidence", piece.id), words.say("print-code"), { ecc: "M", largest: LARGEST });
    if (code) piece.querySelector(".plate")?.append(element("p", { class: "piece-code" }, code, words.say("print-code")));
  }
}
