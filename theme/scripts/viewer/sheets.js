import { button, element } from "./element.js";
import { closePicture, holdPlace, openPicture } from "./pictures.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {{ token: string, width: string, height: string }} Sheet
 */

const PATIENCE = 300;

/** @param {string} list @returns {Sheet[]} */
function readSheets(list) {
  const words = list.split(" ");
  const sheets = [];
  for (let place = 0; place + 2 < words.length; place += 3) {
    const [token = "", width = "", height = ""] = words.slice(place, place + 3);
    sheets.push({ token, width, height });
  }
  return sheets;
}

/**
 * A document's pages, one after the other: each is opened when the reader comes to it.
 *
 * @param {HTMLElement} place
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {import("./pictures.js").Pictures} pictures
 */
function wireSheets(place, shelf, words, pictures) {
  const { sheets: list = "", total: count = "", said = "", title = "" } = place.dataset;
  const sheets = readSheets(list);
  const image = place.querySelector("img");
  if (!image || sheets.length < 2) return;
  const total = Number(count);
  const text = place.querySelector(".sheets-said") ?? element("p", { class: "unseen sheets-said" });
  const status = element("p", { class: "sheets-place", role: "status" });
  let shown = 0;
  let turning = 0;
  /** @type {Promise<string[]> | null} */
  let told = null;

  /** @param {number} page */
  const name = (page) => words.say(page === sheets.length && page < total ? "page-rest" : "page-of", { page, total });
  const settle = () => {
    status.textContent = name(shown + 1);
    back.setAttribute("aria-disabled", String(shown === 0));
    ahead.setAttribute("aria-disabled", String(shown === sheets.length - 1));
  };

  /** @param {number} page */
  const speak = async (page) => {
    try {
      told ??= shelf.vault.readMedium(said, undefined, shelf.leaving.signal).then(async (blob) => JSON.parse(await blob.text()));
      const sentence = (await told)[page] ?? "";
      if (page === shown) text.textContent = sentence;
    } catch {
      told = null;
      if (page === shown) text.textContent = "";
    }
  };

  /** @param {number} page */
  const turn = async (page) => {
    const sheet = sheets[page];
    if (!sheet || page === shown) return;
    shown = page;
    const mine = (turning += 1);
    settle();
    const wait = setTimeout(() => mine === turning && (status.textContent = words.say("page-opening", { page: page + 1 })), PATIENCE);
    const next = /** @type {HTMLImageElement} */ (image.cloneNode());
    for (const side of /** @type {const} */ (["width", "height"])) next.setAttribute(side, sheet[side]);
    next.alt = name(page + 1);
    next.dataset.state = "waiting";
    next.dataset.media = sheet.token;
    next.removeAttribute("src");
    delete next.dataset.sizes;
    holdPlace(next);
    const last = place.querySelector("img");
    (last ?? place.querySelector(".media-failed"))?.replaceWith(next);
    if (last) closePicture(last);
    void speak(page);
    pictures.follow(next);
    await openPicture(next, shelf, words);
    clearTimeout(wait);
    if (mine === turning) settle();
  };

  const back = button(words.say("page-previous"), () => void turn(shown - 1), "button button-quiet");
  const ahead = button(words.say("page-next"), () => void turn(shown + 1), "button button-quiet");
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", words.say("pages-of", { title }));
  place.prepend(element("div", { class: "sheets-turn" }, back, status, ahead));
  place.append(text);
  place.addEventListener("keydown", (event) => {
    const forward = words.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = words.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    const page = { [forward]: shown + 1, [backward]: shown - 1, Home: 0, End: sheets.length - 1 }[event.key];
    if (page === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void turn(page);
  });
  settle();
}

/**
 * @param {ParentNode} page
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {import("./pictures.js").Pictures} pictures of the page
 */
export function wireDocumentPages(page, shelf, words, pictures) {
  for (const place of page.querySelectorAll("[data-sheets]")) {
    wireSheets(/** @type {HTMLElement} */ (place), shelf, words, pictures);
  }
}
