import { button, element } from "./element.js";

/** @typedef {import("./manifest.js").Manifest} Manifest */

/**
 * The languages to choose from, each by its own name; nothing where there is no choice.
 *
 * @param {Manifest} manifest
 * @param {import("./words.js").Words} words
 * @param {(lang: string) => void} speak
 * @returns {HTMLElement[]}
 */
export function tongueChoice({ lang, tongues = [] }, words, speak) {
  if (tongues.length < 2) return [];
  // Not links: nothing of it stands in the address, which people pass on.
  const choices = tongues.map((tongue) => {
    const made = button(tongue.name, () => tongue.lang !== lang && speak(tongue.lang), "tongue");
    made.lang = tongue.lang;
    made.dir = tongue.dir;
    if (tongue.lang === lang) made.setAttribute("aria-current", "true");
    // One word is not worth the fonts of another script.
    else made.toggleAttribute("data-plain", /[^\0-\xff]/.test(tongue.name));
    return element("li", {}, made);
  });
  return [element("nav", { class: "tongues", "aria-label": words.say("tongues") }, element("ul", { role: "list" }, ...choices))];
}
