import { button, element } from "./element.js";

/**
 * @typedef {import("./words.js").Words} Words
 *
 * What the shell says about the school: the same for every learner.
 *
 * @typedef {{ school: string, contact: string }} School
 */

/**
 * @param {string} reason names the words and the style
 * @param {Words} words
 * @param {School} school
 * @param {...Node} content
 * @returns {HTMLElement}
 */
export function lockedPage(reason, words, { school }, ...content) {
  const title = words.say(`${reason}-title`);
  document.title = school ? `${title} · ${school}` : title;
  return element(
    "main",
    { class: "locked", "data-reason": reason },
    ...(school ? [element("p", { class: "locked-school" }, school)] : []),
    element("h1", { class: "locked-title" }, title),
    ...content,
  );
}

/** @param {School} school */
export function contactLine({ contact }) {
  return contact ? [element("p", { class: "locked-contact" }, contact)] : [];
}

/** The address that the reader has, with a key as one would look; the middle is left out so that nobody tries it. */
function exampleLink() {
  const address = `${location.origin}${location.pathname}#k7Qw2Zr…Lm4_x9sE`;
  return element("p", {}, element("code", { class: "locked-example", dir: "ltr" }, address));
}

/**
 * @param {import("./trouble.js").Reason} reason
 * @param {Words} words
 * @param {School} school
 * @param {() => void} tryAgain
 * @returns {HTMLElement} a page that says what happened and what to do
 */
export function troublePage(reason, words, school, tryAgain) {
  const help = element("div", { class: "locked-help", role: "alert" }, element("p", {}, words.say(`${reason}-help`)));
  if (reason === "no-secret") help.append(exampleLink());
  help.append(element("p", {}, words.say("ask")), ...contactLine(school));
  const page = lockedPage(reason, words, school, help);
  if (reason === "network" || reason === "damaged") {
    page.append(element("p", { class: "locked-actions" }, button(words.say("try-again"), tryAgain)));
  }
  return page;
}
