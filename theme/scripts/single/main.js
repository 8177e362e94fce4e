import { present } from "../presenter/presenter.js";
import { wireTalk } from "../viewer/talk.js";

/**
 * The one file that a learner takes along shows everything without a script. This one presents from it, and prints
 * slides, sheets and handouts. It asks nothing of anybody: what it shows stands in the page already.
 *
 * @typedef {{ start: () => void }} Single what stands in the window once this has run
 */

/**
 * @param {string} token of a picture, film or sound
 * @returns {Promise<string>} the address that holds it
 * @throws {Error} when it was too large to be put in
 */
async function findAddress(token) {
  const held = document.querySelector(`[data-of~="${CSS.escape(token)}"]`)?.getAttribute("src");
  if (!held) throw new Error("not in this file");
  return held;
}

/** @returns {Promise<HTMLStyleElement>} the presenter's style, in force */
async function wearStyle() {
  const style = /** @type {HTMLStyleElement} */ (document.querySelector("style[data-presenter]"));
  style.media = "all";
  style.disabled = false;
  return style;
}

/** @returns {() => void} folds again what it unfolded: nobody unfolds paper */
function unfold() {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:not([open], .look, .index)"));
  for (const fold of folds) fold.open = true;
  return () => folds.forEach((fold) => (fold.open = false));
}

function start() {
  const root = document.getElementById("waypost");
  if (!root?.querySelector("main")) return;
  const { lang, dir } = document.documentElement;
  // What the presenter asks for by its token; here the large one of each picture stands with the evidence.
  for (const image of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-talk] img[data-wide]"))) {
    image.dataset.media = image.dataset.wide ?? "";
  }
  const talk = wireTalk(root, {
    fetchPresenter: async () => ({ present }),
    wearStyle,
    shelf: { open: findAddress, clear: () => {} },
    lang,
    dir: dir === "rtl" ? "rtl" : "ltr",
    address: "",
    print() {
      root.dataset.printing = "presentation";
      window.print();
    },
  });
  let fold = () => {};
  addEventListener("beforeprint", () => {
    fold();
    fold = unfold();
    // Whoever prints by the browser's own command wants the booklet, whatever was chosen for the slides.
    talk.choose(root.dataset.printing ? undefined : "outline");
  });
  addEventListener("afterprint", () => {
    fold();
    fold = () => {};
    delete root.dataset.printing;
    talk.choose();
  });
}

Object.assign(globalThis, { waypostSingle: { start } });
start();
