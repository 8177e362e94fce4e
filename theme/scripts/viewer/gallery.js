import { element } from "./element.js";
import { routeHash } from "./link.js";
import { wirePictures } from "./pictures.js";

/**
 * @typedef {object} Group
 * @property {string} title
 * @property {string} count
 * @property {string[]} pieces
 * @property {string} [href] of what the title names, as in the pages' own links
 * @property {string} [lang] of the title, where it is not the page's
 * @property {string} [dir]
 *
 * @typedef {{ way: string, label: string, count?: string, said: string, groups: Group[] }} Way
 * @typedef {{ name: string, ways: Way[], kinds: Record<string, string[]> }} Ways
 *
 * Other ways to look at the evidence of a page. The one that is chosen stands in the address where an element may
 * stand; ids of a plan have no underscore, so none can take its place.
 *
 * @typedef {object} Gallery
 * @property {(name: string) => boolean} choose gives whether `name` is a way; shows it, or else the pieces themselves
 * @property {() => boolean} arrive puts the focus where a keyboard goes on from; false where there is no such place
 * @property {() => boolean} isHeld whether the focus is among the ways, where it may stay
 * @property {() => void} leave
 */

/** @type {Gallery} */
const NONE = { choose: () => false, arrive: () => false, isHeld: () => false, leave: () => {} };

/** What says which picture it is, and how large; the rest belongs to the place where it stands. */
const PICTURE = ["data-media", "data-sizes", "width", "height"];

/**
 * A piece, small: its picture, or what kind of thing it is.
 *
 * @param {Element} piece as the page shows it
 * @param {string} address
 * @param {string} kind
 */
function drawPlate(piece, address, kind) {
  // Of a pair, the piece itself is the later one.
  const shown = [...piece.querySelectorAll(".plate")].at(-1)?.querySelector("img[data-media]");
  const words = piece.querySelector(".piece-title");
  const title = element("span", { class: "exhibit-title" }, words?.textContent ?? "");
  for (const name of ["lang", "dir"]) {
    const value = words?.getAttribute(name);
    if (value) title.setAttribute(name, value);
  }
  const link = element("a", { class: "exhibit-link", href: address, "data-piece": piece.id });
  if (shown) {
    const picture = element("img", { alt: "" });
    for (const { name, value } of shown.attributes) if (PICTURE.includes(name)) picture.setAttribute(name, value);
    link.append(element("span", { class: "exhibit-tile exhibit-frame" }, picture));
    if (/** @type {HTMLElement} */ (piece).dataset.kind !== "image") link.append(element("span", { class: "exhibit-sort" }, kind));
  } else {
    const host = piece.querySelector(".plate .web-host")?.textContent ?? "";
    const where = host ? [element("bdi", { class: "exhibit-host" }, host)] : [];
    link.append(element("span", { class: "exhibit-tile exhibit-kind" }, element("span", {}, kind), ...where));
  }
  link.append(title);
  return element("li", { class: "exhibit" }, link);
}

/**
 * @param {object} place
 * @param {DocumentFragment} place.content a page that was laid out, before it is shown
 * @param {string} place.slug
 * @param {string} place.secret
 * @param {import("./shelf.js").Shelf} place.shelf
 * @param {import("./words.js").Words} place.words
 * @returns {Gallery}
 */
export function wireGallery({ content, slug, secret, shelf, words }) {
  const holder = /** @type {HTMLElement | null} */ (content.querySelector("[data-ways]"));
  if (!holder) return NONE;
  /** @type {Ways} */
  const { name, ways, kinds } = JSON.parse(holder.dataset.ways ?? "");
  const pieces = new Map([...content.querySelectorAll(".piece")].map((piece) => [piece.id, piece]));
  const singly = /** @type {HTMLElement[]} */ ([...content.querySelectorAll(".piece, .index")]);
  const kindOf = new Map(Object.entries(kinds).flatMap(([kind, ids]) => ids.map((id) => [id, kind])));
  const links = new Map(
    ways.map(({ way, label, count }) => {
      const number = count ? [" ", element("span", { class: "ways-count" }, count)] : [];
      return [way, element("a", { href: routeHash(secret, slug, way) }, label, ...number)];
    }),
  );
  const list = element("ul", { class: "ways-list", role: "list" }, ...[...links.values()].map((link) => element("li", {}, link)));
  const said = element("p", { class: "unseen", role: "status" });
  const groups = element("div", { class: "gallery", hidden: "" });
  const nav = element("nav", { class: "ways-nav", "aria-label": name }, list);
  holder.append(nav, said);
  holder.after(groups);
  holder.hidden = false;
  let shown = "";
  /** The piece that the reader came from, or went to. */
  let last = "";
  let drop = () => {};

  /** @param {Group} group */
  const drawGroup = ({ title, count, pieces: ids, href, lang, dir }) => {
    const head = element("h3", { class: "gallery-head", ...(lang && dir ? { lang, dir } : {}) });
    const [to = "", inner = ""] = (href ?? "").slice(1).split("/");
    head.append(href ? element("a", { href: routeHash(secret, to, inner) }, title) : title);
    const plates = ids.flatMap((id) => {
      const piece = pieces.get(id);
      return piece ? [drawPlate(piece, routeHash(secret, slug, id), kindOf.get(id) ?? "")] : [];
    });
    const line = element("div", { class: "gallery-line" }, head, element("span", { class: "gallery-count" }, count));
    return element("section", { class: "gallery-group" }, line, element("ul", { class: "exhibits", role: "list" }, ...plates));
  };
  const clear = () => {
    drop();
    drop = () => {};
    groups.replaceChildren();
  };

  return {
    choose(asked) {
      const way = ways.find((each) => each.way === asked && each.groups.length > 0);
      const now = way?.way ?? "";
      if (!way && pieces.has(asked)) last = asked;
      for (const [each, link] of links) {
        if (each === now) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      const wanted = (way ?? ways[0])?.said ?? "";
      if (said.textContent !== wanted) said.textContent = wanted;
      if (now === shown) return way !== undefined;
      shown = now;
      clear();
      for (const one of singly) one.hidden = way !== undefined;
      groups.hidden = way === undefined;
      if (way) {
        groups.append(...way.groups.map(drawGroup));
        const pictures = wirePictures(groups, shelf, words, () => {});
        drop = () => pictures.drop();
        pictures.watch();
      }
      return way !== undefined;
    },
    arrive() {
      const plate = shown && last ? groups.querySelector(`[data-piece="${CSS.escape(last)}"]`) : null;
      const goal = plate ?? links.get(shown);
      if (!(goal instanceof HTMLElement)) return false;
      goal.focus({ preventScroll: true });
      return true;
    },
    isHeld: () => holder.contains(document.activeElement),
    leave: clear,
  };
}
