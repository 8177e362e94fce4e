import { button, element } from "./element.js";
import { closePicture, holdPlace, openPicture } from "./pictures.js";

/**
 * @param {HTMLImageElement} image
 * @returns {Node[]} the caption of its figure, if it has one, with the headings of a page that holds nothing else
 */
function copyCaption(image) {
  const caption = image.closest("figure")?.querySelector("figcaption")?.cloneNode(true);
  if (!(caption instanceof HTMLElement)) return [];
  for (const heading of caption.querySelectorAll("h3, h4, h5, h6")) {
    const raised = element("h2", {}, ...heading.childNodes);
    for (const { name, value } of heading.attributes) raised.setAttribute(name, value);
    heading.replaceWith(raised);
  }
  return [caption];
}

/** @param {HTMLImageElement} image @returns {Record<string, string>} */
function extentOf(image) {
  const sides = ["width", "height"].filter((side) => image.hasAttribute(side));
  return Object.fromEntries(sides.map((side) => [side, image.getAttribute(side) ?? ""]));
}

/**
 * One picture by itself, as a page: Back leaves it.
 *
 * @param {HTMLImageElement} image the picture in its page
 * @param {import("./shelf.js").Shelf} shelf
 * @param {import("./words.js").Words} words
 * @returns {HTMLElement}
 */
export function enlargementPage(image, shelf, words) {
  const large = element("img", { alt: image.alt, ...(image.lang ? { lang: image.lang } : {}), ...extentOf(image) });
  holdPlace(large);
  const back = button(words.say("back"), () => history.back(), "button button-quiet");
  const page = element(
    "main",
    { class: "picture-page", tabindex: "-1" },
    element("p", { class: "picture-page-actions" }, back),
    element("figure", { class: "picture-page-figure" }, large, ...copyCaption(image)),
  );
  void openPicture(large, shelf, words, image.dataset.large);
  return page;
}

/** @param {HTMLElement} page whose picture nobody looks at any more */
export function leaveEnlargement(page) {
  page.querySelectorAll("img").forEach(closePicture);
  page.remove();
}

/**
 * @param {ParentNode} page
 * @param {string | undefined} token
 * @returns {HTMLImageElement | null} the picture in the page that this large one belongs to
 */
export function findPicture(page, token) {
  return token ? page.querySelector(`img[data-large="${CSS.escape(token)}"]`) : null;
}
