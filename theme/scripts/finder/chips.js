import { button, element } from "../viewer/element.js";
import { drawStrokes } from "./level.js";

/** @typedef {import("./address.js").Facet} Facet */
/** @typedef {import("./facets.js").Chip} Chip */

/** What few narrow by, or what has many values, waits behind its name. */
const FOLDED = new Set(["element", "phase", "group", "leap"]);

/** The chips that narrow the list, a group for each facet. */
export class Chips {
  /**
   * @param {HTMLElement} place
   * @param {import("../viewer/words.js").Words} words
   * @param {(facet: Facet, value: string) => void} onChoose
   */
  constructor(place, words, onChoose) {
    this.place = place;
    this.words = words;
    this.onChoose = onChoose;
    /** @type {Set<string>} */
    this.unfolded = new Set();
    this.drawn = "";
  }

  /**
   * @param {Map<Facet, Chip[]>} offered
   * @param {Map<Facet, string>} chosen
   */
  draw(offered, chosen) {
    const shape = JSON.stringify([[...offered], [...chosen], [...this.unfolded]]);
    if (shape === this.drawn) return;
    this.drawn = shape;
    const groups = [...offered].map(([facet, chips]) => {
      const folds = FOLDED.has(facet) && !chosen.has(facet) && !(facet === "element" && chosen.has("driver"));
      const shown = !folds || this.unfolded.has(facet) ? chips : [];
      const label = this.words.say(`facet-${facet}`);
      const group = element("div", { class: "chip-group", role: "group", "aria-label": label, "data-of": facet });
      group.append(folds ? this.#drawFold(facet, label, offered, chosen) : element("span", { class: "chip-label" }, label));
      if (chosen.has(facet)) group.classList.add("chip-group-chosen");
      group.append(...shown.map((chip) => this.#drawChip(chip)));
      return group;
    });
    this.place.replaceChildren(...groups);
  }

  clear() {
    this.drawn = "";
    this.place.replaceChildren();
  }

  /** @param {Facet} facet @param {string} value @returns {HTMLElement | null} */
  find(facet, value) {
    return this.place.querySelector(`[data-facet="${facet}"][data-value="${CSS.escape(value)}"]`);
  }

  /**
   * @param {Facet} facet
   * @param {string} label
   * @param {Map<Facet, Chip[]>} offered
   * @param {Map<Facet, string>} chosen
   */
  #drawFold(facet, label, offered, chosen) {
    const turn = () => {
      if (!this.unfolded.delete(facet)) this.unfolded.add(facet);
      this.draw(offered, chosen);
      /** @type {HTMLElement | null} */ (this.place.querySelector(`[data-of="${facet}"] .chip-fold`))?.focus();
    };
    const made = button(label, turn, "chip-fold");
    const open = this.unfolded.has(facet);
    made.setAttribute("aria-expanded", String(open));
    made.append(element("span", { class: "chip-sign", "aria-hidden": "true" }, open ? "−" : "+"));
    return made;
  }

  /** @param {Chip} chip */
  #drawChip({ facet, value, name, count, chosen, level, note }) {
    const made = button("", () => this.onChoose(facet, value), "chip");
    made.setAttribute("aria-pressed", String(chosen));
    made.dataset.facet = facet;
    made.dataset.value = value;
    const text = element("span", { class: "chip-name" }, ...(level ? [drawStrokes(level), " "] : []), name);
    if (note) text.append(" ", element("span", { class: "chip-note" }, note));
    made.append(text, " ", element("span", { class: "count" }, count.toLocaleString(this.words.locale)));
    if (chosen) made.append(element("span", { class: "chip-off", "aria-hidden": "true" }, "×"));
    return made;
  }
}
