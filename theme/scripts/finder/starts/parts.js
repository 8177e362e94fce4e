import { element } from "../../viewer/element.js";
import { startLink } from "../address.js";

/** @typedef {import("../address.js").Start} Start */

/**
 * @param {string} text
 * @param {Start} start
 * @param {string} [at]
 * @param {string} [classes]
 * @returns {HTMLAnchorElement}
 */
export function drawStartLink(text, start, at = "", classes = "home-link") {
  return element("a", { class: classes, href: startLink(start, at) }, text);
}

/**
 * @param {string} title
 * @param {HTMLAnchorElement} back where one came from
 * @returns {HTMLElement}
 */
export function drawHead(title, back) {
  back.className = "start-back";
  return element("div", { class: "start-head" }, back, element("h2", { class: "start-title", tabindex: "-1" }, title));
}

/**
 * @param {"h2" | "h3" | "h4"} heading
 * @param {{ name: string, links: Node[] }[]} groups
 * @returns {HTMLElement} short lists under their names, in as many columns as there is room for
 */
export function drawColumns(heading, groups) {
  const columns = element("div", { class: "overview" });
  for (const { name, links } of groups) {
    const list = element("ul", { role: "list" }, ...links.map((link) => element("li", {}, link)));
    columns.append(element("section", {}, element(heading, { class: "overview-head" }, name), list));
  }
  return columns;
}

/** @param {import("../../viewer/words.js").Words} words @returns {HTMLAnchorElement} */
export function drawWayHome(words) {
  return element("a", { href: "?" }, words.say("start-home"));
}
