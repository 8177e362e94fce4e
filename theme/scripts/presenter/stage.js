import { element } from "../viewer/element.js";

/**
 * One slide on the stage, and what the speaker has to say to it.
 *
 * @typedef {{ section: HTMLElement, notes: HTMLElement | null }} Staged
 */

/** @param {Element} part @returns {Record<string, string>} */
function languageOf(part) {
  return Object.fromEntries(["lang", "dir"].flatMap((name) => (part.hasAttribute(name) ? [[name, part.getAttribute(name) ?? ""]] : [])));
}

/**
 * @param {HTMLElement} slide of the outline
 * @returns {HTMLElement} a copy that can stand beside it: without ids, and without ways out of the presentation
 */
function copySlide(slide) {
  const section = element("section", { class: "slide staged" });
  for (const [name, value] of Object.entries(slide.dataset)) section.dataset[name] = value ?? "";
  for (const part of slide.children) {
    if (!part.matches(".slide-notes, .slide-number")) section.append(part.cloneNode(true));
  }
  for (const named of section.querySelectorAll("[id]")) named.removeAttribute("id");
  // On its page a slide stands under the page's own title; here it stands alone.
  for (const heading of section.querySelectorAll("h3")) {
    heading.replaceWith(element("h2", { class: heading.className, ...languageOf(heading) }, ...heading.childNodes));
  }
  for (const more of section.querySelectorAll(".slide-more")) more.remove();
  for (const link of section.querySelectorAll("a[href^='#'], a:not([href])")) link.replaceWith(...link.childNodes);
  for (const image of section.querySelectorAll("img[data-media]")) {
    image.removeAttribute("src");
    image.setAttribute("data-state", "waiting");
  }
  return section;
}

/**
 * @param {HTMLElement} talk the page's outline
 * @returns {Staged[]}
 */
export function stageSlides(talk) {
  const slides = /** @type {NodeListOf<HTMLElement>} */ (talk.querySelectorAll(".slide"));
  return [...slides].map((slide) => {
    const notes = slide.querySelector(".slide-notes .prose")?.cloneNode(true);
    return { section: copySlide(slide), notes: notes instanceof HTMLElement ? notes : null };
  });
}

/** How many steps smaller a slide's letters may become before it is scrolled instead. */
const SMALLEST = 4;

/**
 * Makes the letters of a slide so small that all of it stands on the stage.
 *
 * @param {HTMLElement} section which is shown
 */
export function fitSlide(section) {
  delete section.dataset.fit;
  for (let step = 1; step <= SMALLEST && section.scrollHeight > section.clientHeight + 1; step++) {
    section.dataset.fit = String(step);
  }
  const scrolls = section.scrollHeight > section.clientHeight + 1;
  if (scrolls) section.tabIndex = 0;
  else section.removeAttribute("tabindex");
}
