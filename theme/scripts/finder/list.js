import { drawRest, drawResult } from "./result.js";

/** @typedef {import("./result.js").Means} Means */

/** The results, in rank order, each to be opened in its place. */
export class List {
  /**
   * @param {HTMLElement} place
   * @param {Means} means
   */
  constructor(place, means) {
    this.place = place;
    this.means = means;
  }

  /**
   * @param {import("./catalogue.js").Hit[]} hits
   * @param {import("./query.js").Term[]} terms
   * @param {string} open the id of the one that is open
   */
  draw(hits, terms, open) {
    this.place.replaceChildren(...hits.map((hit) => drawResult(hit, terms, hit.move.id === open, this.means)));
  }

  deeds() {
    return /** @type {HTMLElement[]} */ ([...this.place.querySelectorAll(".deed")]);
  }

  /** @param {Element} inside @returns {string} the id of the result that it stands in */
  idOf(inside) {
    return inside.closest("li.result")?.id ?? "";
  }

  /** @param {string} id */
  deedOf(id) {
    return /** @type {HTMLElement | null} */ (document.getElementById(id)?.querySelector(".deed") ?? null);
  }

  /** @param {string} id @returns {boolean} whether it is open now */
  toggle(id) {
    const move = this.means.catalogue.byId.get(id);
    const deed = this.deedOf(id);
    if (!move || !deed) return false;
    const open = deed.getAttribute("aria-expanded") !== "true";
    deed.setAttribute("aria-expanded", String(open));
    const item = document.getElementById(id);
    item?.querySelector(".rest")?.remove();
    if (open) item?.append(drawRest(move, this.means));
    return open;
  }

  /** @param {number} steps from what has the focus @returns {boolean} false where that leads out before the first */
  step(steps) {
    const deeds = this.deeds();
    const here = deeds.findIndex((deed) => deed.closest("li")?.contains(document.activeElement));
    const next = here + steps;
    if (next < 0) return false;
    deeds[Math.min(next, deeds.length - 1)]?.focus();
    return true;
  }
}
