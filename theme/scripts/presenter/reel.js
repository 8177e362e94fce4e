import { element } from "../viewer/element.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {(token: string) => Promise<string>} Open gives the `blob:` address of a medium
 * @typedef {{ token: string, place: HTMLElement, show: (address: string) => void }} Frame
 */

/** @param {HTMLImageElement} image @returns {Frame} */
function pictureFrame(image) {
  const show = (/** @type {string} */ address) => {
    image.src = address;
    image.dataset.state = "ready";
  };
  return { token: image.dataset.wide ?? image.dataset.media ?? "", place: image, show };
}

/** @param {HTMLElement} tile @param {HTMLElement} player @param {Open} open */
async function addCaptions(tile, player, open) {
  const { captions, speech = "", label = "" } = tile.dataset;
  if (!captions) return;
  try {
    player.append(element("track", { kind: "captions", srclang: speech, label, src: await open(captions) }));
  } catch {
    // The film goes without them.
  }
}

/** @param {HTMLElement} tile @param {Open} open @param {Words} words @returns {Frame} */
function filmFrame(tile, open, words) {
  const { film = "", type = "", title = "" } = tile.dataset;
  const show = (/** @type {string} */ address) => {
    const label = words.say("play", { title });
    const heard = type === "audio";
    const player = element(heard ? "audio" : "video", { controls: "", preload: "auto", "aria-label": label, ...(heard ? {} : { playsinline: "" }) });
    player.src = address;
    void addCaptions(tile, player, open);
    if (heard) tile.append(player);
    else tile.replaceWith(player);
  };
  return { token: film, place: tile, show };
}

/**
 * Opens every picture, film and sound of the slides ahead of time, so that a room without a network sees them too.
 *
 * @param {HTMLElement[]} sections
 * @param {Open} open
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {(done: number, total: number) => void} onProgress
 * @returns {Promise<boolean>} whether all of it could be opened
 */
export async function fillSlides(sections, open, words, signal, onProgress) {
  const within = (/** @type {string} */ selector) => sections.flatMap((section) => [.../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(selector))]);
  const pictures = within("img[data-media]").map((image) => pictureFrame(/** @type {HTMLImageElement} */ (image)));
  const films = within("[data-film]").map((tile) => filmFrame(tile, open, words));
  // Pictures are small and on most slides: they come first, wherever the film is.
  const frames = [...pictures, ...films];
  let done = 0;
  let whole = true;
  onProgress(0, frames.length);
  for (const { token, place, show } of frames) {
    try {
      const address = await open(token);
      if (signal.aborted) return false;
      show(address);
    } catch {
      if (signal.aborted) return false;
      whole = false;
      const title = place.getAttribute("alt") || place.dataset.title || "";
      place.replaceWith(element("p", { class: "slide-tile" }, words.say("unopened", { title })));
    }
    done += 1;
    onProgress(done, frames.length);
  }
  return whole;
}

/** @param {Element | null} section @returns {HTMLMediaElement | null} */
function playerOf(section) {
  return section?.querySelector("video, audio") ?? null;
}

/** @param {Element | null} section the film or sound on it plays, or stops */
export function togglePlayer(section) {
  const player = playerOf(section);
  if (player?.paused) player.play().catch(() => player.focus());
  else player?.pause();
}

/** @param {HTMLElement[]} sections their films stop, and let go of their memory */
export function emptySlides(sections) {
  for (const section of sections) {
    const player = playerOf(section);
    player?.pause();
    player?.removeAttribute("src");
    player?.load();
  }
}
