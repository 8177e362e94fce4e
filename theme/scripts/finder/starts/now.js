import { element } from "../../viewer/element.js";
import { drawStrokes } from "../level.js";
import { drawColumns, drawHead, drawStartLink, drawWayHome } from "./parts.js";

/** @typedef {import("../../toolbox/move.js").Move} Move */
/** @typedef {import("./data.js").Means} Means */

const LAST = 3;

/**
 * "Where are you now?": the elements; one that is chosen, with its three levels; the level that sounds like the room,
 * with the moves of the next.
 *
 * @param {string} at an element, or an element, a full stop and a level; 0 is before the first
 * @param {Means} means
 * @returns {import("./data.js").Screen}
 */
export function drawNow(at, means) {
  const { words, catalogue, starts } = means;
  const [asked = "", here = ""] = at.split(".");
  const moves = catalogue.moves.filter((move) => move.element && starts.continua[move.element]);
  const own = moves.filter((move) => move.element === asked);
  const [first] = own;
  if (!first) {
    const head = drawHead(words.say("start-now"), drawWayHome(words));
    return { before: [head], moves: [], after: [drawElements(moves)], said: "" };
  }
  const head = drawHead(first.element_name ?? asked, drawStartLink(words.say("now-all"), "now"));
  const continuum = drawContinuum(asked, own, here, means);
  const none = drawStartLink(words.say("now-none"), "now", `${asked}.0`, "now-none");
  if (here === "0") none.setAttribute("aria-current", "true");
  if (!/^[0-3]$/.test(here)) {
    return { before: [head, element("p", {}, words.say("now-help")), continuum, none], moves: [], after: [], said: "" };
  }
  const next = Math.min(Number(here) + 1, LAST);
  const found = own.filter((move) => move.level === next);
  const said = words.say(Number(here) === LAST ? "now-last" : "now-next", { level: next, name: found[0]?.level_name ?? "" });
  const title = element("h3", { class: "now-next", tabindex: "-1" }, said);
  return { before: [head, continuum, none, title], moves: found, after: [], said: "" };
}

/** @param {Move[]} moves */
function drawElements(moves) {
  /** @type {Map<string, Map<string, string>>} */
  const drivers = new Map();
  for (const { driver_name = "", element: id = "", element_name = "" } of moves)
    drivers.set(driver_name, (drivers.get(driver_name) ?? new Map()).set(id, element_name));
  const groups = [...drivers].map(([name, elements]) => ({
    name,
    links: [...elements].map(([id, text]) => drawStartLink(text, "now", id)),
  }));
  return drawColumns("h3", groups);
}

/**
 * @param {string} id of the element
 * @param {Move[]} moves of the element
 * @param {string} here the level that was chosen
 * @param {Means} means
 */
function drawContinuum(id, moves, here, { words, starts }) {
  const continuum = element("div", { class: "continuum" });
  for (const [place, sentence] of (starts.continua[id] ?? []).entries()) {
    const level = place + 1;
    const is = here === String(level);
    const name = moves.find((move) => move.level === level)?.level_name ?? "";
    const word = words.say("level", { level });
    const link = drawStartLink(words.say(is ? "now-here" : "now-like-us"), "now", `${id}.${level}`, "now-choose");
    link.append(element("span", { class: "unseen" }, ` (${word})`));
    if (is) link.setAttribute("aria-current", "true");
    const number = element("span", { class: "continuum-number" }, word);
    const head = element("h3", { class: "continuum-name" }, drawStrokes(level), " ", number, " ");
    head.append(element("span", { class: "continuum-words" }, name));
    const text = element("p", { class: "continuum-text" }, sentence);
    continuum.append(element("section", { class: "continuum-level", "data-level": String(level) }, head, text, link));
  }
  return continuum;
}
