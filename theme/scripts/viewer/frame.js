import { button, element } from "./element.js";
import { findLink } from "./finding.js";
import { routeHash } from "./link.js";
import { tongueChoice } from "./tongues.js";

/**
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {import("./words.js").Words} Words
 *
 * What stands around every page.
 *
 * @typedef {object} Frame
 * @property {HTMLElement} header
 * @property {HTMLElement} main
 * @property {HTMLElement} footer
 * @property {(slug: string) => void} point marks where the reader is
 * @property {() => void} drop lets go of what listens to the window
 */

const WIDE = "(min-width: 48rem)";

/**
 * @param {Manifest} manifest
 * @param {string} secret
 * @param {Words} words
 */
function contents(manifest, secret, words) {
  const links = manifest.pages.map(({ slug, title }) => element("a", { href: routeHash(secret, slug), "data-slug": slug }, title));
  links.push(findLink(secret, words.say("find")));
  const list = element("ul", { class: "contents-list" }, ...links.map((link) => element("li", {}, link)));
  const label = words.say("contents");
  const fold = element("details", { class: "contents-fold" }, element("summary", { class: "contents-summary" }, label), list);
  const wide = matchMedia(WIDE);
  const follow = () => {
    fold.open = wide.matches;
  };
  wide.addEventListener("change", follow);
  return {
    nav: element("nav", { class: "contents", "aria-label": label }, fold),
    /** @param {string} slug */
    point(slug) {
      for (const link of links) {
        if (link.dataset.slug === slug) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
      follow();
    },
    drop: () => wide.removeEventListener("change", follow),
  };
}

/**
 * @param {Manifest} manifest
 * @param {string} secret
 * @param {Words} words
 * @param {Record<"skip" | "printPage" | "printAll", () => void> & { speak: (lang: string) => void }} actions
 * @returns {Frame}
 */
export function createFrame(manifest, secret, words, actions) {
  const main = element("main", { class: "page", tabindex: "-1" });
  // Not a link: its address would have to hold the secret's place in the fragment.
  const skip = button(words.say("skip"), actions.skip, "skip");
  const choice = tongueChoice(manifest, words, actions.speak);
  const header = element("header", { class: "masthead" }, skip, ...choice, element("h1", { class: "masthead-name" }, manifest.name));
  const list = contents(manifest, secret, words);
  if (manifest.pages.length > 1) header.append(list.nav);

  const onward = element("p", { class: "onward" });
  const print = element(
    "p",
    { class: "colophon-actions" },
    button(words.say("print-page"), actions.printPage, "button button-quiet"),
    " ",
    button(words.say("print-all"), actions.printAll, "button button-quiet"),
  );
  // A browser's own menu prints at once, and waits for no picture that is not open yet.
  header.append(element("p", { class: "print-missing" }, words.say("print-missing", { button: words.say("print-page") })));
  const footer = element("footer", { class: "colophon" }, print);

  /** @param {string} slug */
  const point = (slug) => {
    list.point(slug);
    main.dataset.page = slug;
    onward.remove();
    const here = manifest.pages.findIndex((page) => page.slug === slug);
    const next = here < 0 ? undefined : manifest.pages[here + 1];
    if (!next) return;
    const label = words.say("next-page", { title: next.title });
    onward.replaceChildren(element("a", { rel: "next", href: routeHash(secret, next.slug) }, label));
    footer.prepend(onward);
  };
  return { header, main, footer, point, drop: list.drop };
}
