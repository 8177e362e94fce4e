import { readPath, routeHash } from "./link.js";

/**
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./manifest.js").Page} Page
 */

/**
 * @param {Manifest} manifest
 * @param {string} slug
 * @returns {Page} the first page for no slug or an unknown one: an old bookmark still opens the portfolio
 */
export function findPage(manifest, slug) {
  return manifest.pages.find((page) => page.slug === slug) ?? manifest.pages[0];
}

/**
 * Makes a page's nodes in a template, where nothing loads or runs, and gives each inner link the
 * secret in front, so that it can be copied, opened in a new tab and reloaded.
 *
 * @param {Page} page its html is authenticated, and was sanitised when it was built
 * @param {Manifest} manifest
 * @param {string} secret
 * @returns {DocumentFragment}
 */
export function layPage(page, manifest, secret) {
  const template = document.createElement("template");
  template.innerHTML = page.html;
  for (const link of template.content.querySelectorAll('a[href^="#"]')) {
    const path = /** @type {string} */ (link.getAttribute("href")).slice(1);
    const route = readPath(path);
    const known = manifest.pages.some((each) => each.slug === route.slug);
    // A footnote's link names an element of its own page.
    link.setAttribute("href", known ? routeHash(secret, route.slug, route.element) : routeHash(secret, page.slug, route.slug));
  }
  // The viewer itself waits until a picture is near; a lazy one would never load on sheets laid out for print.
  for (const image of template.content.querySelectorAll("img[loading]")) image.removeAttribute("loading");
  return template.content;
}

/**
 * @param {HTMLElement} main
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export function findElement(main, id) {
  return id ? main.querySelector(`#${CSS.escape(id)}`) : null;
}

/**
 * Brings an element into view and the focus to it, for those who read with eyes and those who listen.
 *
 * @param {HTMLElement} target
 * @param {boolean} scroll
 */
export function arriveAt(target, scroll) {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (scroll) target.scrollIntoView();
}
