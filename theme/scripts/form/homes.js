import { part } from "../toolbox/page.js";
import { element } from "../viewer/element.js";
import { field, theForm } from "./entry.js";

/**
 * What a new move may belong to: the names of the levels by element, and the groups by progression.
 *
 * @typedef {{ levels: Record<string, string[]>, groups: Record<string, string[]> }} Homes
 */

/** @param {Homes} homes shows the parts of the form that go with where the move belongs */
export function showHome(homes) {
  const chosen = new FormData(theForm()).get("home");
  part("add-at-element").hidden = chosen !== "element";
  part("add-at-progression").hidden = chosen !== "progression";
  const names = homes.levels[field("element").value] ?? [];
  for (const name of theForm().querySelectorAll("[data-level-name]"))
    name.textContent = names[Number(name.getAttribute("data-level-name")) - 1] ?? "";
  const groups = homes.groups[field("progression").value] ?? [];
  part("add-groups").replaceChildren(...groups.map((group) => element("option", { value: group })));
}
