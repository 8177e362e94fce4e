import { button, element } from "./element.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./shelf.js").Shelf} Shelf
 */

/** More than this the eye does not ask for, whatever the screen could show. */
const DENSEST = 2;
/** Pixels across, for a picture that stands on paper alone. */
const PAPER = 1200;

/** A reader who asks to save data gets what the page needs, and no more. */
function density() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return connection?.saveData ? 1 : Math.min(devicePixelRatio, DENSEST);
}

/** @param {HTMLImageElement} image @returns {number} width by height, or 0 where it is not known */
const shapeOf = (image) => Number(image.getAttribute("width")) / Number(image.getAttribute("height")) || 0;

/**
 * The smallest that fills its place: a phone's reader may pay by the byte.
 *
 * @param {HTMLImageElement} image
 * @returns {string} the token of the picture to show
 */
function fittingToken(image) {
  const { media = "", sizes = "" } = image.dataset;
  const words = sizes.split(" ");
  const wanted = image.clientWidth ? Math.max(image.clientWidth, image.clientHeight * shapeOf(image)) * density() : PAPER;
  for (let place = 0; place + 1 < words.length; place += 2) {
    // A tenth less is not seen, and the next size is twice the bytes.
    if (Number(words[place + 1]) >= wanted * 0.9) return words[place] ?? media;
  }
  return words.at(-2) ?? media;
}

/**
 * What the page keeps free for a picture before it is there, so that nothing moves when it comes.
 *
 * @param {HTMLImageElement} image
 */
export function holdPlace(image) {
  const shape = shapeOf(image);
  if (!shape) return;
  image.style.setProperty("--shape", String(shape));
  image.style.setProperty("--natural", `${image.getAttribute("width")}px`);
}

/**
 * @param {HTMLImageElement} image
 * @param {string} address
 * @returns {Promise<void>}
 */
export function drawPicture(image, address) {
  return new Promise((resolve, reject) => {
    image.addEventListener("load", () => resolve(), { once: true });
    image.addEventListener("error", () => reject(new Error("not a picture")), { once: true });
    image.src = address;
  });
}

/**
 * Puts words where the picture would stand.
 *
 * @param {HTMLImageElement} image
 * @param {Shelf} shelf
 * @param {Words} words
 */
function sayFailed(image, shelf, words) {
  const place = image.closest(".picture-open") ?? image;
  const again = button(
    words.say("try-again"),
    () => {
      notice.replaceWith(place);
      openPicture(image, shelf, words);
    },
    "button button-quiet",
  );
  const alt = image.alt ? [element("span", { class: "media-failed-alt" }, image.alt), " "] : [];
  const notice = element("span", { class: "media-failed", role: "note" }, words.say("media-failed"), " ", ...alt, again);
  place.replaceWith(notice);
}

/**
 * @param {HTMLImageElement} image
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {string} [token]
 * @returns {Promise<void>} when it is drawn, or words stand in its place
 */
export async function openPicture(image, shelf, words, token = fittingToken(image)) {
  if (image.dataset.state === "ready") return;
  const { signal } = shelf.leaving;
  image.dataset.state = "opening";
  try {
    await drawPicture(image, await shelf.open(token));
    image.dataset.state = "ready";
  } catch {
    if (signal.aborted) return;
    image.removeAttribute("src");
    image.dataset.state = "waiting";
    sayFailed(image, shelf, words);
  }
}

/**
 * @param {Iterable<HTMLImageElement>} images
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {(done: number, total: number) => void} onProgress
 */
export async function openPictures(images, shelf, words, onProgress) {
  const all = [...images];
  let done = 0;
  const openNext = async (/** @type {HTMLImageElement} */ image) => {
    await openPicture(image, shelf, words);
    done += 1;
    if (done < all.length) onProgress(done + 1, all.length);
  };
  if (all.length) onProgress(1, all.length);
  await Promise.all(all.map(openNext));
}

/**
 * Pictures are opened when they come near the view.
 *
 * @param {ParentNode} page
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {(image: HTMLImageElement) => void} onLarger
 * @returns {{ watch: () => void, drop: () => void }} `watch` once the page is laid out
 */
export function wirePictures(page, shelf, words, onLarger) {
  const images = /** @type {HTMLImageElement[]} */ ([...page.querySelectorAll("img[data-media]")]);
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        openPicture(/** @type {HTMLImageElement} */ (target), shelf, words);
      }
    },
    { rootMargin: "600px 0px" },
  );
  for (const image of images) {
    image.dataset.state = "waiting";
    holdPlace(image);
    if (!image.dataset.large || image.closest("a, button, summary")) continue;
    const frame = button("", () => onLarger(image), "picture-open");
    image.replaceWith(frame);
    frame.append(image, element("span", { class: "picture-open-words" }, words.say("larger")));
  }
  return {
    watch: () => images.forEach((image) => observer.observe(image)),
    drop: () => observer.disconnect(),
  };
}
