import { part } from "../toolbox/page.js";
import { drawPlace } from "../finder/result.js";
import { button, element } from "../viewer/element.js";

/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {import("../viewer/words.js").Words} Words */

const MOST = 5;
let drawn = 0;

/** The moves that go with the new one: found by words, taken out again one by one. */
export class Related {
  /**
   * @param {import("../finder/catalogue.js").Catalogue} catalogue
   * @param {Words} words
   * @param {() => void} onChange
   */
  constructor(catalogue, words, onChange) {
    this.catalogue = catalogue;
    this.words = words;
    this.onChange = onChange;
    /** @type {string[]} */
    this.ids = [];
    this.field = /** @type {HTMLInputElement} */ (part("add-related"));
    this.field.addEventListener("input", () => this.#offer());
    this.field.addEventListener("keydown", (event) => {
      // Enter would otherwise leave a form that leads nowhere.
      if (event.key === "Enter") event.preventDefault();
    });
  }

  /** @param {string[]} ids chosen before; those that are no more are left out */
  put(ids) {
    this.ids = ids.filter((id) => this.catalogue.byId.has(id));
    this.#draw();
  }

  /** @param {string} id taken in, or taken out where it was in already */
  toggle(id) {
    this.ids = this.ids.includes(id) ? this.ids.filter((other) => other !== id) : [...this.ids, id];
    this.#changed();
  }

  /** @param {string} id taken out where it stands; the focus goes to what takes its place */
  remove(id) {
    const place = this.ids.indexOf(id);
    this.toggle(id);
    const left = part("add-related-chosen").querySelectorAll("button");
    (left[Math.min(place, left.length - 1)] ?? this.field).focus();
  }

  #changed() {
    this.#draw();
    this.#offer();
    this.onChange();
  }

  #draw() {
    const rows = this.ids.flatMap((id) => {
      const move = this.catalogue.byId.get(id);
      return move ? [this.#row(move, "take-out", () => this.remove(id))] : [];
    });
    part("add-related-chosen").replaceChildren(...rows);
  }

  #offer() {
    const typed = this.field.value.trim();
    const hits = typed ? this.catalogue.search(typed).hits : [];
    const others = hits.map(({ move }) => move).filter(({ id }) => !this.ids.includes(id));
    const rows = others.slice(0, MOST).map((move) =>
      this.#row(move, "goes-with", () => {
        this.toggle(move.id);
        this.field.focus();
      }),
    );
    part("add-related-offered").replaceChildren(...rows);
    part("add-related-status").textContent = typed && !rows.length ? this.words.say("related-none") : "";
  }

  /** @param {Move} move @param {string} label @param {() => void} onClick */
  #row(move, label, onClick) {
    return drawLike(move, this.words, button(this.words.say(label), onClick, "tray-toggle"));
  }
}

/**
 * @param {Move} move
 * @param {Words} words
 * @param {HTMLButtonElement} way what can be done with it
 * @returns {HTMLLIElement}
 */
export function drawLike(move, words, way) {
  // A move can stand in several lists of the page at once.
  const deed = element("a", { href: move.page, id: `like-${(drawn += 1)}` }, move.text);
  way.setAttribute("aria-describedby", deed.id);
  return element("li", { class: "like" }, drawPlace(move, words), element("p", { class: "like-deed" }, deed), way);
}
