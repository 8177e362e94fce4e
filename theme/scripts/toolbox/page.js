import { Words } from "../viewer/words.js";
import { Tray } from "../tray/tray.js";
import { keepForOffline } from "./offline.js";

/**
 * @param {string} id
 * @returns {HTMLElement} the part of the page that its template has under this id
 */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/** @returns {Words} the sentences that came with the page */
export function pageWords() {
  const { lang, dir } = document.documentElement;
  return new Words(lang, dir === "rtl" ? "rtl" : "ltr", JSON.parse(part("waypost-words").textContent || "{}"));
}

/** @returns {string} the way from this page up to toolbox/ */
export function root() {
  return document.body.dataset.root ?? "";
}

/**
 * What every page of the toolbox does: the way to the tray says how much is in it, and all pages are kept for a time
 * without a network.
 *
 * @returns {{ words: Words, tray: Tray }}
 */
export function openPage() {
  const words = pageWords();
  const tray = new Tray();
  const link = document.querySelector("[data-tray-link]");
  const name = link?.textContent ?? "";
  const count = () => {
    if (link) link.textContent = tray.size ? `${name} (${tray.size.toLocaleString(words.locale)})` : name;
  };
  tray.watch(count);
  count();
  void keepForOffline(root());
  return { words, tray };
}
