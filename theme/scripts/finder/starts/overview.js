import { button, element } from "../../viewer/element.js";
import { homeName } from "../../toolbox/move.js";
import { drawColumns, drawStartLink } from "./parts.js";

/** @typedef {import("../../toolbox/move.js").Move} Move */
/** @typedef {import("../../viewer/words.js").Words} Words */

/**
 * What stands where nothing was typed yet: the ways to begin without typing, then every element and progression, with
 * how many moves it has.
 *
 * @param {Move[]} moves
 * @param {Words} words
 * @param {(facet: "element" | "model", value: string, driver: string) => void} onChoose
 * @returns {HTMLElement[]}
 */
export function drawOverview(moves, words, onChoose) {
  /** @type {Map<string, Map<string, Move[]>>} */
  const groups = new Map();
  for (const move of moves) {
    const group = move.driver_name ?? words.say("progressions");
    const homes = groups.get(group) ?? new Map();
    groups.set(group, homes);
    homes.set(homeName(move), [...(homes.get(homeName(move)) ?? []), move]);
  }
  const all = [...groups].map(([group, homes]) => ({
    name: group,
    links: [...homes].flatMap(([name, [first, ...others]]) => {
      if (!first) return [];
      const choose = () =>
        first.element ? onChoose("element", first.element, first.driver ?? "") : onChoose("model", first.model ?? "", "");
      const made = button(name, choose, "home-link");
      made.append(" ", element("span", { class: "count" }, words.say("count", { count: others.length + 1 })));
      return [made];
    }),
  }));
  return [drawStarts(words), drawColumns("h2", all)];
}

/** @param {Words} words */
function drawStarts(words) {
  const list = element("ul", { class: "starts", role: "list" });
  for (const start of /** @type {const} */ (["see", "now", "steps"])) {
    const link = drawStartLink(words.say(`start-${start}`), start, "", "start-link");
    list.append(element("li", {}, link, element("p", {}, words.say(`start-${start}-help`))));
  }
  return element("nav", { "aria-label": words.say("starts") }, list);
}
