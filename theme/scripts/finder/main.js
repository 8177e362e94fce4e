import { pageData } from "../toolbox/move.js";
import { openPage, part } from "../toolbox/page.js";
import { tellTrouble } from "../tray/toggle.js";
import { goTo } from "./address.js";
import { Catalogue } from "./catalogue.js";
import { Finder } from "./finder.js";
import { watchLetters } from "./letters.js";
import { startData } from "./starts/data.js";

const { words, tray } = openPage();
const field = /** @type {HTMLInputElement} */ (part("field"));
const starts = startData();
const catalogue = new Catalogue(
  pageData().moves,
  starts.situations.flatMap((group) => group.situations),
);
const finder = new Finder(
  { words, tray, catalogue, starts },
  {
    field,
    chips: part("chips"),
    status: part("status"),
    said: part("said"),
    list: part("results"),
    before: part("before-results"),
    after: part("after-results"),
  },
);

field.addEventListener("input", () => finder.type(field.value));
part("search").addEventListener("submit", (event) => {
  event.preventDefault();
  finder.enter();
});

part("main").addEventListener("click", (event) => {
  const clicked = event.target instanceof Element ? event.target : null;
  const deed = clicked?.closest(".deed");
  if (deed) finder.toggle(finder.list.idOf(deed));
  const keep = clicked?.closest("[data-keeps]");
  if (keep) {
    tray.toggle(keep.getAttribute("data-keeps") ?? "");
    tellTrouble(keep, tray, words);
  }
  const link = clicked?.closest('a[href^="?"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const rel = link.getAttribute("rel");
  if (!goTo(link.getAttribute("href") ?? "")) return;
  event.preventDefault();
  finder.follow();
  arrive(rel);
});

/** @param {string | null} rel of the link that led here: whoever goes from step to step stays on the way on */
function arrive(rel) {
  const same = rel ? document.querySelector(`#main a[rel="${rel}"]`) : null;
  const heads = document.querySelectorAll("#before-results [tabindex='-1']");
  const target = same ?? heads[heads.length - 1] ?? field;
  if (!(target instanceof HTMLElement)) return;
  target.focus({ preventScroll: true });
  // What was led to may be above the screen, or below it beside the levels that were read.
  if (!same) target.scrollIntoView({ block: heads.length > 1 ? "nearest" : "end" });
}

const letters = watchLetters(/** @type {HTMLInputElement} */ (part("letter-keys")));

/** @param {EventTarget | null} target @returns {boolean} whether a letter that is pressed there is not meant for the page */
const isNoSign = (target) =>
  !letters() || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "checkbox");

/** @type {Record<string, (event: KeyboardEvent) => boolean>} what the keys do; false where it is not theirs to do */
const KEYS = {
  "/": ({ target }) => {
    if (isNoSign(target)) return false;
    field.focus();
    field.select();
    return true;
  },
  a: ({ target }) => {
    if (isNoSign(target)) return false;
    finder.keep();
    return true;
  },
  Escape: () => {
    finder.clear();
    return true;
  },
  ArrowDown: ({ target }) => isInList(target) && finder.list.step(1),
  ArrowUp: ({ target }) => {
    if (target === field || !isInList(target)) return false;
    if (!finder.list.step(-1)) field.focus();
    return true;
  },
};

/** @param {EventTarget | null} target */
function isInList(target) {
  return target === field || (target instanceof Element && part("results").contains(target));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (KEYS[event.key === "A" ? "a" : event.key]?.(event)) event.preventDefault();
});
window.addEventListener("hashchange", () => finder.follow());
window.addEventListener("popstate", () => finder.follow());
finder.follow();
