import { button, element } from "./element.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./shelf.js").Shelf} Shelf
 */

/** More than this the eye does not ask for, whatever the screen could show. */
const DENSEST = 2;
/** Pixels across, for a picture that stands on paper alone. */
const PAPER = 1200;
/** Pixels: how near to the view a picture is opened, and how far away it is closed again, at least. */
const NEAR = 600;
const FAR = 1200;
/** Milliseconds for which nothing comes or goes, and how many pictures wait for that to be closed. */
const REST = 200;
const MOST_LEFT = 40;
/** Browsers that know it weigh hundreds of pictures ten times a second, and not for every frame. */
const SELDOM = { delay: 100 };
const PATIENCE = 500;
/** What a picture hears when its memory is given back. */
export const CLOSED = "picture-closed";

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
    // Scrolling does not wait for it to be decoded.
    image.decoding = "async";
    image.src = address;
  });
}

/**
 * Says how far a picture is that takes its time. It lies over the picture's place, and moves nothing.
 *
 * @param {HTMLImageElement} image
 * @param {number} size in bytes
 * @param {Words} words
 */
function narrate(image, size, words) {
  const note = element("span", { class: "picture-wait" });
  // Of the one that is looked at by itself; of ten on a page, each would interrupt the reader.
  if (image.closest(".picture-page")) note.setAttribute("role", "status");
  else note.setAttribute("aria-hidden", "true");
  const tell = (done = 0) => (note.textContent = words.say("media-progress", { done: words.size(done), size: words.size(size) }));
  const timer = setTimeout(() => {
    tell(reached);
    image.after(note);
  }, PATIENCE);
  let reached = 0;
  return {
    tell(/** @type {number} */ done) {
      reached = done;
      if (note.isConnected) tell(done);
    },
    end() {
      clearTimeout(timer);
      note.remove();
    },
  };
}

/**
 * Puts words where the picture would stand.
 *
 * @param {HTMLImageElement} image
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {string} token of what did not come
 */
function sayFailed(image, shelf, words, token) {
  const place = /** @type {HTMLElement} */ (image.closest(".picture-open") ?? image);
  if (!place.isConnected) return;
  const held = place === document.activeElement;
  const again = button(
    words.say("try-again"),
    () => {
      notice.replaceWith(place);
      if (place.tabIndex < 0) place.tabIndex = -1;
      place.focus({ preventScroll: true });
      void openPicture(image, shelf, words, token);
    },
    "button button-quiet",
  );
  const alt = image.alt ? [element("span", { class: "media-failed-alt" }, image.alt), " "] : [];
  const notice = element("span", { class: "media-failed", role: "note" }, words.say("media-failed"), " ", ...alt, again);
  place.replaceWith(notice);
  if (held) again.focus({ preventScroll: true });
}

/** @type {WeakMap<HTMLImageElement, { drawn: Promise<void>, close: () => void }>} the pictures that take memory */
const open = new WeakMap();

/**
 * @param {HTMLImageElement} image
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {string} [token]
 * @returns {Promise<void>} when it is drawn, or words stand in its place, or it was closed again
 */
export function openPicture(image, shelf, words, token = fittingToken(image)) {
  const before = open.get(image);
  if (before) return before.drawn;
  const { signal } = shelf.leaving;
  const said = narrate(image, shelf.vault.manifest.media[token]?.size ?? 0, words);
  const hold = shelf.hold(token, said.tell);
  const closing = new AbortController();
  const left = () => closing.signal.aborted || signal.aborted;
  const draw = async () => {
    try {
      const address = await hold.address;
      if (left()) return;
      await Promise.race([drawPicture(image, address), aborted(closing.signal)]);
      if (!left()) image.dataset.state = "ready";
    } catch {
      if (left()) return;
      closePicture(image);
      sayFailed(image, shelf, words, token);
    } finally {
      said.end();
    }
  };
  const close = () => {
    closing.abort();
    hold.drop();
  };
  image.dataset.state = "opening";
  open.set(image, { close, drawn: Promise.resolve() });
  const drawn = draw();
  open.set(image, { close, drawn });
  return drawn;
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function aborted(signal) {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

/**
 * Gives back a picture's memory; its place stays as large as it was.
 *
 * @param {HTMLImageElement} image
 */
export function closePicture(image) {
  const opened = open.get(image);
  if (!opened) return;
  open.delete(image);
  opened.close();
  image.removeAttribute("src");
  image.dataset.state = "waiting";
  image.dispatchEvent(new Event(CLOSED));
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
 * Pictures are opened when they come near the view, and closed when they are some screens away again.
 *
 * @typedef {object} Pictures
 * @property {() => void} watch once the page is laid out
 * @property {(image: HTMLImageElement) => void} follow one that came later
 * @property {() => void} drop
 *
 * @param {ParentNode} page
 * @param {Shelf} shelf
 * @param {Words} words
 * @param {(image: HTMLImageElement) => void} onLarger
 * @returns {Pictures}
 */
export function wirePictures(page, shelf, words, onLarger) {
  const images = /** @type {HTMLImageElement[]} */ ([...page.querySelectorAll("img[data-media]")]);
  // Each picture is watched by one of the two: hundreds are weighed with every step of scrolling.
  const near = new IntersectionObserver(
    (entries) => {
      const coming = entries.filter((entry) => entry.isIntersecting).map(({ target }) => /** @type {HTMLImageElement} */ (target));
      // All are measured before any is changed: the page is laid out once.
      const tokens = coming.map((image) => fittingToken(image));
      coming.forEach((image, place) => {
        near.unobserve(image);
        far.observe(image);
        void openPicture(image, shelf, words, tokens[place]);
      });
    },
    { rootMargin: `${NEAR}px 0px`, ...SELDOM },
  );
  /** @type {Set<HTMLImageElement>} */
  const left = new Set();
  const closeLeft = () => {
    for (const image of left) {
      far.unobserve(image);
      near.observe(image);
      closePicture(image);
    }
    left.clear();
  };
  const far = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const image = /** @type {HTMLImageElement} */ (target);
        if (isIntersecting) left.delete(image);
        // Behind one picture that is looked at by itself, the page stays as it was.
        else if (!image.closest("main[hidden]")) left.add(image);
      }
      // Not while the reader scrolls on, unless that goes on for long: each change is a page to be drawn again.
      clearTimeout(resting);
      if (left.size) resting = setTimeout(closeLeft, left.size < MOST_LEFT ? REST : 0);
    },
    // The window is no higher than the screen; to ask for its height, the page would have to be laid out first.
    { rootMargin: `${Math.max(FAR, 3 * screen.height)}px 0px`, ...SELDOM },
  );
  let resting = 0;
  for (const image of images) {
    image.dataset.state = "waiting";
    holdPlace(image);
    if (!image.dataset.large || image.closest("a, button, summary")) continue;
    const frame = button("", () => onLarger(image), "picture-open");
    image.replaceWith(frame);
    frame.append(image, element("span", { class: "picture-open-words" }, words.say("larger")));
  }
  return {
    watch: () => images.forEach((image) => near.observe(image)),
    follow(image) {
      images.push(image);
      near.observe(image);
    },
    drop() {
      clearTimeout(resting);
      near.disconnect();
      far.disconnect();
      images.forEach(closePicture);
    },
  };
}
