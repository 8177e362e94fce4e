import { button, element } from "./element.js";
import { openPicture } from "./pictures.js";

/**
 * One picture by itself, as a page: Back leaves it.
 *
 * @param {HTMLImageElement} image the picture in its page
 * @param {import("./shelf.js").Shelf} shelf
 * @param {import("./words.js").Words} words
 * @returns {HTMLElement}
 */
export function enlargementPage(image, shelf, words) {
  const large = element("img", { alt: image.alt });
  const caption = image.closest("figure")?.querySelector("figcaption")?.cloneNode(true);
  const back = button(words.say("back"), () => history.back(), "button button-quiet");
  openPicture(large, shelf, words, image.dataset.large);
  return element(
    "main",
    { class: "picture-page", tabindex: "-1" },
    element("p", { class: "picture-page-actions" }, back),
    element("figure", { class: "picture-page-figure" }, large, ...(caption ? [caption] : [])),
  );
}

/**
 * @param {ParentNode} page
 * @param {string | undefined} token
 * @returns {HTMLImageElement | null} the picture in the page that this large one belongs to
 */
export function findPicture(page, token) {
  return token ? page.querySelector(`img[data-large="${CSS.escape(token)}"]`) : null;
}
