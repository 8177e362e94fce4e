import { codeChoice, drawCodes, sheetRules, stillFilms } from "./booklet.js";
import { element } from "./element.js";
import { awaitAllFaces, releaseFaces } from "./faces.js";
import { closePicture, openPictures } from "./pictures.js";
import { Shelf } from "./shelf.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./manifest.js").Page} Page
 */

/** Milliseconds that paper waits for its fonts at most. */
const FONTS = 3000;

/**
 * @param {ParentNode} place
 * @returns {HTMLImageElement[]} the pictures that go onto paper
 */
function picturesIn(place) {
  const all = /** @type {HTMLImageElement[]} */ ([...place.querySelectorAll("img[data-media]")]);
  return all.filter((image) => !image.closest(".page [hidden]"));
}

/** @param {HTMLImageElement} image @returns {boolean} whether it is more than a screen away */
function isAway(image) {
  const { top, bottom } = image.getBoundingClientRect();
  return bottom < -innerHeight || top > 2 * innerHeight;
}

/**
 * Where the keys write no Latin letters, the key is known by its place. AltGr is Ctrl and Alt at once, and prints nothing;
 * with Shift, or with Alt on a Mac, some browsers open the system's own dialog.
 *
 * @param {KeyboardEvent} event
 */
function asksToPrint({ ctrlKey, metaKey, altKey, key, code }) {
  if (!metaKey && (!ctrlKey || altKey)) return false;
  const letter = key.toLowerCase();
  return letter === "p" || (code === "KeyP" && !/^[a-z]$/.test(letter));
}

/**
 * Browsers print the address in the margin and keep links in a PDF: for as long as printing lasts, the
 * secret is in neither. Folded parts are unfolded.
 *
 * @param {AbortSignal} signal ends it
 * @returns {() => void} calls for the browser's printing, guarded
 */
function guardPaper(signal) {
  /** @type {(() => void)[]} */
  let undo = [];
  const restore = () => {
    undo.forEach((step) => step());
    undo = [];
  };
  const prepare = () => {
    if (undo.length) return;
    releaseFaces(document.body.textContent ?? "");
    const { hash } = location;
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const href = /** @type {string} */ (link.getAttribute("href"));
      link.removeAttribute("href");
      undo.push(() => link.setAttribute("href", href));
    }
    for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:not([open], .look)"))) {
      fold.open = true;
      undo.push(() => (fold.open = false));
    }
    history.replaceState(history.state, "", location.pathname + location.search);
    undo.push(() => history.replaceState(history.state, "", hash));
  };
  addEventListener("beforeprint", prepare, { signal });
  // Not every phone tells when printing has ended.
  for (const end of ["afterprint", "pointerdown", "keydown", "pagehide"]) addEventListener(end, restore, { signal, capture: true });
  return async () => {
    prepare();
    // The browser's own part takes note of the address a moment later than the page.
    await new Promise((resolve) => setTimeout(resolve, 50));
    window.print();
    setTimeout(restore, 1000);
  };
}

/**
 * @param {object} place
 * @param {HTMLElement} place.root
 * @param {HTMLElement} place.main the present page
 * @param {HTMLElement} place.status
 * @param {Shelf} place.shelf of the present page
 * @param {Words} place.words
 * @param {(page: Page) => DocumentFragment} place.lay
 * @param {HTMLElement} place.actions where the reader is asked what to print
 * @param {import("./booklet.js").AddressOf} place.addressOf
 * @param {AbortSignal} place.signal ends it
 * @returns {{ printPage: () => Promise<void>, printAll: () => Promise<void> }}
 */
export function createPrint({ root, main, status, shelf, words, lay, actions, addressOf, signal }) {
  const { manifest } = shelf.vault;
  const [codes] = codeChoice(manifest, words);
  if (codes) actions.after(codes.node);
  const sheets = element("div", { class: "print-all" });
  const own = new Shelf(shelf.vault);
  const printGuarded = guardPaper(signal);
  /** @type {HTMLImageElement[]} the pictures that were opened for paper alone */
  let printed = [];
  /** @type {CSSStyleSheet | null} */
  let rules = null;
  let busy = false;

  const clear = () => {
    if (busy && !signal.aborted) return;
    printed.filter(isAway).forEach(closePicture);
    printed = [];
    if (!sheets.isConnected) return;
    sheets.remove();
    sheets.replaceChildren();
    own.clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rules);
    delete root.dataset.printing;
  };

  /**
   * @param {HTMLElement} place
   * @param {Shelf} from
   */
  const print = async (place, from) => {
    if (busy) return;
    busy = true;
    const leaving = from.leaving.signal;
    const pictures = picturesIn(place);
    printed = pictures.filter((image) => image.dataset.state === "waiting");
    try {
      await openPictures(pictures, from, words, (done, total) => {
        status.textContent = words.say("print-progress", { done, total });
      });
      await awaitAllFaces(place.innerHTML, FONTS);
    } finally {
      status.textContent = "";
      busy = false;
    }
    if (!leaving.aborted) await printGuarded();
  };

  const printPage = () => {
    clear();
    return print(main, shelf);
  };

  const printAll = async () => {
    if (busy) return;
    clear();
    for (const page of manifest.pages) {
      sheets.append(element("section", { class: "print-page", "data-page": page.slug }, lay(page)));
    }
    stillFilms(sheets);
    if (codes?.wanted()) {
      busy = true;
      // Where the script that draws them does not come, the films are printed without.
      await drawCodes(sheets, root.dataset.presenter ?? "", addressOf, words).catch(() => {});
      busy = false;
      if (signal.aborted) return;
    }
    rules ??= sheetRules(manifest, sheets.querySelector(".cover-contents h3")?.textContent ?? "");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
    root.append(sheets);
    root.dataset.printing = "all";
    await print(sheets, own);
  };

  // The sheets stay until the reader goes on: some phones draw them only after print() has returned.
  for (const next of ["pointerdown", "keydown", "hashchange"]) addEventListener(next, clear, { signal, capture: true });
  addEventListener(
    "keydown",
    (event) => {
      if (!asksToPrint(event)) return;
      // Never left to the browser: it notes the address for the margin before it says that it will print.
      event.preventDefault();
      void (main.hidden ? printGuarded() : printPage());
    },
    { signal },
  );
  signal.addEventListener("abort", () => {
    clear();
    own.clear();
  });
  return { printPage, printAll };
}
