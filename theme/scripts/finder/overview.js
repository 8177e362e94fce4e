import { button, element } from "../viewer/element.js";
import { homeName } from "../toolbox/move.js";

/**
 * What stands where nothing was typed yet: every element and progression, with how many moves it has.
 *
 * @param {import("../toolbox/move.js").Move[]} moves
 * @param {import("../viewer/words.js").Words} words
 * @param {(facet: "element" | "model", value: string, driver: string) => void} onChoose
 * @returns {HTMLElement}
 */
export function drawOverview(moves, words, onChoose) {
  /** @type {Map<string, Map<string, import("../toolbox/move.js").Move[]>>} */
  const groups = new Map();
  for (const move of moves) {
    const group = move.driver_name ?? words.say("progressions");
    const homes = groups.get(group) ?? new Map();
    groups.set(group, homes);
    homes.set(homeName(move), [...(homes.get(homeName(move)) ?? []), move]);
  }
  const overview = element("div", { class: "overview" });
  for (const [group, homes] of groups) {
    const list = element("ul", { role: "list" });
    for (const [name, [first, ...others]] of homes) {
      if (!first) continue;
      const choose = () =>
        first.element ? onChoose("element", first.element, first.driver ?? "") : onChoose("model", first.model ?? "", "");
      const made = button(name, choose, "home-link");
      made.append(" ", element("span", { class: "count" }, words.say("count", { count: others.length + 1 })));
      list.append(element("li", {}, made));
    }
    overview.append(element("section", {}, element("h2", { class: "overview-head" }, group), list));
  }
  return overview;
}
