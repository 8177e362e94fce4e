import { button } from "./element.js";
import { CLOSED, drawPicture } from "./pictures.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./shelf.js").Shelf} Shelf
 */

/** Bytes. What is heavier waits until the reader asks for it. */
const LIGHT = 2_000_000;

/** @returns {boolean} whether this reader wants things to move by themselves */
function mayMove() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return !matchMedia("(prefers-reduced-motion: reduce)").matches && !connection?.saveData;
}

/**
 * @param {HTMLImageElement} image
 * @param {Shelf} shelf
 * @param {Words} words
 * @returns {() => Promise<void>} lets it move
 */
function wireMotion(image, shelf, words) {
  const token = image.dataset.moving ?? "";
  const size = words.size(shelf.vault.manifest.media[token]?.size ?? 0);
  let moves = false;
  let still = "";
  const nothing = () => {};
  let drop = nothing;
  const move = async () => {
    if (moves || !image.getAttribute("src")) return;
    const hold = shelf.hold(token);
    drop();
    drop = hold.drop;
    // Not any more where the picture was closed meanwhile, or its control was used twice.
    const wanted = () => drop === hold.drop;
    try {
      const address = await hold.address;
      if (!wanted()) return;
      if (image.src !== address) still = image.src;
      await drawPicture(image, address);
      if (!wanted()) return;
      moves = true;
      control.dataset.state = "moving";
      control.textContent = words.say("still");
    } catch {
      if (!wanted()) return;
      if (still) image.src = still;
      control.textContent = `${words.say("media-failed")} ${words.say("try-again")}`;
    }
  };
  const stop = () => {
    moves = false;
    control.dataset.state = "still";
    control.textContent = words.say("play", { size });
  };
  const rest = () => {
    image.src = still;
    stop();
  };
  image.addEventListener(CLOSED, () => {
    drop();
    drop = nothing;
    still = "";
    stop();
  });
  const control = button(words.say("play", { size }), () => void (moves ? rest() : move()), "button button-quiet motion");
  (image.closest(".picture-open") ?? image).after(control);
  return move;
}

/**
 * Pictures that move begin to once they are there, unless the reader or their size speaks against it.
 *
 * @param {ParentNode} page once its pictures are wired
 * @param {Shelf} shelf
 * @param {Words} words
 */
export function wireMotions(page, shelf, words) {
  for (const found of page.querySelectorAll("img[data-moving]")) {
    const image = /** @type {HTMLImageElement} */ (found);
    const move = wireMotion(image, shelf, words);
    const bytes = shelf.vault.manifest.media[image.dataset.moving ?? ""]?.size ?? Infinity;
    if (bytes > LIGHT || !mayMove()) continue;
    const begin = () => void move();
    const wait = () => image.addEventListener("load", begin, { once: true });
    image.addEventListener(CLOSED, wait);
    wait();
  }
}
