import { choiceName } from "../keeping/names.js";
import { element } from "../viewer/element.js";
import { STATUSES, YEARS } from "./form.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("../keeping/sheet.js").Entry} Entry
 * @typedef {import("../keeping/sheet.js").Sheet} Sheet
 */

const ANY = "any";

/** Three lists that say which decisions are to be seen, with how many each choice would leave. */
export class Filters {
  /**
   * @param {HTMLElement} form
   * @param {Entry[]} decisions
   * @param {Words} words
   * @param {() => void} change
   */
  constructor(form, decisions, words, change) {
    this.decisions = decisions;
    this.words = words;
    const areas = [...new Set(decisions.map(({ group }) => group))];
    /** @type {Record<string, { select: HTMLSelectElement, values: string[] }>} */
    this.lists = {};
    for (const [id, values] of Object.entries({ status: ["", ...STATUSES], year: [...YEARS, ""], area: areas })) {
      const select = element("select", { id: `filter-${id}` });
      select.append(...[ANY, ...values].map((value) => element("option", { value })));
      select.addEventListener("change", change);
      const name = words.say(id === "area" ? "area" : `field-${id}`);
      form.append(element("p", { class: "answer" }, element("label", { for: `filter-${id}` }, name), select));
      this.lists[id] = { select, values };
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  }

  /** Shows all again. */
  clear() {
    for (const { select } of Object.values(this.lists)) select.value = ANY;
  }

  /**
   * @param {Sheet} plan
   * @returns {Set<string>} the decisions that fit all three lists
   */
  apply(plan) {
    for (const [id, { select, values }] of Object.entries(this.lists)) {
      const others = this.#fitting(plan, id);
      [...select.options].forEach((option, place) => {
        const value = values[place - 1] ?? "";
        const count = place ? others.filter((entry) => valueOf(entry, plan, id) === value).length : others.length;
        const name = id === "area" ? value : choiceName(id, value, this.words);
        option.textContent = this.words.say(place ? "option" : "any", { name, count });
      });
    }
    return new Set(this.#fitting(plan).map(({ id }) => id));
  }

  /**
   * @param {Sheet} plan
   * @param {string} [except] a list that does not count
   */
  #fitting(plan, except) {
    return this.decisions.filter((entry) =>
      Object.entries(this.lists).every(
        ([id, { select }]) => id === except || select.value === ANY || valueOf(entry, plan, id) === select.value,
      ),
    );
  }
}

/** @param {Entry} entry @param {Sheet} plan @param {string} list */
function valueOf(entry, plan, list) {
  return list === "area" ? entry.group : (plan.entries[entry.id]?.[list] ?? "");
}
