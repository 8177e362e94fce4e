import { openCaptions } from "./captions.js";
import { wireDownload } from "./downloads.js";
import { button, element } from "./element.js";
import { isTrouble } from "./trouble.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./shelf.js").Shelf} Shelf
 */

/**
 * A film or recording is opened when it is asked for; until then a button says how much it will cost.
 *
 * @param {HTMLMediaElement} film
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {number} bytes
 */
function wireFilm(film, shelf, words, bytes) {
  const size = words.size(bytes);
  const label = words.say("play", { size });
  const status = element("span", { class: "media-status", role: "status" });
  const play = button(label, () => void open());
  const about = film.getAttribute("aria-label") || film.title;
  if (about) play.setAttribute("aria-label", `${label}: ${about}`);
  const place = element("p", { class: "media-play", "data-kind": film.localName, "data-state": "waiting" }, play, " ", status);
  const poster = posterOf(film);

  /** @param {"waiting" | "opening" | "failed"} state */
  const say = (state, text = "") => {
    place.dataset.state = state;
    place.toggleAttribute("data-failed", state === "failed");
    status.textContent = text;
  };
  /** @param {"media-failed" | "media-memory" | "media-unplayed"} why */
  const fail = (why) => {
    film.hidden = true;
    film.removeAttribute("src");
    film.after(...poster, place);
    say("failed", words.say(why));
    if (why === "media-failed" || place.querySelector("a")) return;
    // What cannot be played here can be played elsewhere.
    const link = element("a", { "data-download": film.dataset.media ?? "" }, words.say("download", { size }));
    place.append(link);
    wireDownload(link, shelf, words);
  };
  const open = async () => {
    if (place.dataset.state === "opening") return;
    const { signal } = shelf.leaving;
    const progress = (/** @type {number} */ done) => say("opening", words.say("media-progress", { done: words.size(done), size }));
    progress(0);
    try {
      void openCaptions(film, shelf);
      film.src = await shelf.open(film.dataset.media ?? "", progress);
    } catch (error) {
      if (!signal.aborted) fail(isTrouble(error, "memory") ? "media-memory" : "media-failed");
      return;
    }
    film.hidden = false;
    place.remove();
    // Until its first picture is drawn, the film shows what stood in its place.
    const drawn = poster.find((picture) => picture.dataset.state === "ready")?.src;
    if (drawn && film instanceof HTMLVideoElement) film.poster = drawn;
    poster.forEach((picture) => picture.remove());
    film.focus();
    // Some browsers want a second touch after the wait; the controls are there for it.
    film.play().catch(() => {});
  };
  film.addEventListener("error", () => film.hasAttribute("src") && fail("media-unplayed"));
  film.hidden = true;
  film.removeAttribute("src");
  // Whoever sees the picture wants to touch it; the button beside it is there for everybody.
  for (const picture of poster) picture.addEventListener("click", () => void open());
  film.after(...poster, place);
}

/**
 * @param {HTMLMediaElement} film
 * @returns {HTMLImageElement[]} the picture that stands for it, if there is one
 */
export function posterOf(film) {
  const { poster, sizes } = film.dataset;
  if (!poster) return [];
  const picture = element("img", { class: "media-poster", "data-media": poster, alt: "" });
  if (sizes) picture.dataset.sizes = sizes;
  for (const side of ["width", "height"]) picture.setAttribute(side, film.getAttribute(side) ?? "");
  return [picture];
}

/**
 * A player that goes with its page would keep its film until the browser tidies up.
 *
 * @param {ParentNode} page
 */
export function leaveFilms(page) {
  for (const film of /** @type {NodeListOf<HTMLMediaElement>} */ (page.querySelectorAll("video[src], audio[src]"))) {
    film.removeAttribute("src");
    film.load();
  }
}

/**
 * @param {ParentNode} page before its pictures are wired: posters are pictures
 * @param {Shelf} shelf
 * @param {Words} words
 */
export function wireFilms(page, shelf, words) {
  for (const found of page.querySelectorAll("video[data-media], audio[data-media]")) {
    const film = /** @type {HTMLMediaElement} */ (found);
    const bytes = shelf.vault.manifest.media[film.dataset.media ?? ""]?.size ?? 0;
    wireFilm(film, shelf, words, bytes);
  }
}
