import { button, element } from "../viewer/element.js";
import { FACETS, readAddress, writeAddress } from "./address.js";
import { chipsOf, isChosen } from "./facets.js";
import { drawOverview } from "./overview.js";
import { drawRest, drawResult } from "./result.js";
import { didYouMean } from "./suggestions.js";

/** @typedef {import("./address.js").Facet} Facet */

const AT_ONCE = 20;

/** The field, the chips and the list below them. */
export class Finder {
  /**
   * @param {import("./catalogue.js").Catalogue} catalogue
   * @param {import("../viewer/words.js").Words} words
   * @param {{ field: HTMLInputElement, chips: HTMLElement, status: HTMLElement, list: HTMLElement, before: HTMLElement, after: HTMLElement }} parts
   */
  constructor(catalogue, words, parts) {
    this.catalogue = catalogue;
    this.words = words;
    this.parts = parts;
    this.state = readAddress();
    this.shown = AT_ONCE;
    parts.field.value = this.state.typed;
  }

  /** Shows what the address asks for. */
  follow() {
    this.state = readAddress();
    this.parts.field.value = this.state.typed;
    this.shown = AT_ONCE;
    const asked = this.catalogue.byId.get(this.state.open);
    if (!asked) this.state.open = "";
    else if (this.#isIdle() || !this.#found().hits.slice(0, AT_ONCE).some(({ move }) => move === asked)) this.#moveTo(asked);
    this.draw();
    if (asked) this.#deedOf(asked.id)?.focus();
  }

  /** Whether nothing was typed and no chip chosen. */
  #isIdle() {
    return !this.state.typed.trim() && !this.state.chosen.size;
  }

  /** @param {import("../toolbox/move.js").Move} move shown among its neighbours, whatever was typed before */
  #moveTo(move) {
    const chosen = /** @type {[Facet, string | undefined][]} */ (
      move.element ? [["driver", move.driver], ["element", move.element]] : [["model", move.model]]
    );
    this.state.typed = this.parts.field.value = "";
    this.state.chosen = new Map(chosen.flatMap(([facet, value]) => (value ? [[facet, value]] : [])));
    this.shown = Number.MAX_SAFE_INTEGER;
  }

  /** @param {string} typed */
  type(typed) {
    this.state.typed = typed;
    this.state.open = "";
    this.shown = AT_ONCE;
    this.draw();
  }

  /** @param {Facet} facet @param {string} value chosen, or no longer where it was */
  choose(facet, value) {
    const { chosen } = this.state;
    if (chosen.get(facet) === value) chosen.delete(facet);
    else chosen.set(facet, value);
    if (facet === "driver") chosen.delete("element");
    this.shown = AT_ONCE;
    this.draw();
    const chip = `[data-facet="${facet}"][data-value="${CSS.escape(value)}"]`;
    const next = this.parts.chips.querySelector(chip) ?? this.parts.list.querySelector(".deed");
    if (next instanceof HTMLElement) next.focus();
  }

  #found() {
    const { typed, chosen } = this.state;
    const { terms, hits } = typed.trim()
      ? this.catalogue.search(typed)
      : { terms: [], hits: this.catalogue.moves.map((move) => ({ move, score: 0, passage: undefined })) };
    return { terms, all: hits, hits: hits.filter(({ move }) => isChosen(move, chosen)) };
  }

  draw() {
    const { typed, chosen, open } = this.state;
    const { terms, all, hits } = this.#found();
    const { list, before, after, status } = this.parts;
    this.#drawChips(all.map(({ move }) => move));
    before.replaceChildren();
    after.replaceChildren();
    writeAddress(this.state);
    if (this.#isIdle()) {
      list.replaceChildren();
      status.textContent = "";
      after.append(
        drawOverview(this.catalogue.moves, this.words, (facet, value, driver) => {
          if (driver) chosen.set("driver", driver);
          this.choose(facet, value);
        }),
      );
      return;
    }
    status.textContent = hits.length ? this.words.say(hits.length === 1 ? "found-one" : "found", { count: hits.length }) : "";
    const drawn = hits.slice(0, this.shown);
    list.replaceChildren(
      ...drawn.map((hit) => drawResult(hit, terms, this.words, hit.move.id === open, this.catalogue)),
    );
    const better = typed.trim() ? didYouMean(typed, this.catalogue.vocabulary) : "";
    if (better) {
      const take = button(better, () => this.#retype(better), "text-button");
      before.append(element("p", {}, this.words.say("did-you-mean"), " ", take));
    }
    if (!hits.length) before.append(this.#drawNothing());
    if (hits.length > drawn.length) {
      const more = () => {
        this.shown += 2 * AT_ONCE;
        this.draw();
        this.#deeds()[drawn.length]?.focus();
      };
      after.append(button(this.words.say("more", { count: hits.length - drawn.length }), more, "button button-quiet"));
    }
  }

  /** @param {string} typed */
  #retype(typed) {
    this.parts.field.value = typed;
    this.parts.field.focus();
    this.type(typed);
  }

  #drawNothing() {
    const nothing = element("div", { class: "nothing", role: "status" });
    nothing.append(element("p", {}, element("b", {}, this.words.say("nothing"))), element("p", {}, this.words.say("nothing-help")));
    if (this.state.chosen.size) {
      const clear = () => {
        this.state.chosen.clear();
        this.draw();
        this.parts.field.focus();
      };
      nothing.append(button(this.words.say("all-chips"), clear, "button button-quiet"));
    }
    return nothing;
  }

  /** @param {import("../toolbox/move.js").Move[]} found */
  #drawChips(found) {
    const offered = chipsOf(this.catalogue.moves, found, this.state.chosen, this.words);
    // The drivers are enough to begin with: what is below them are the same places, by name.
    const groups = this.#isIdle() ? offered.slice(0, 1) : offered;
    const drawn = groups.flatMap((chips, place) => {
      if (!chips.length) return [];
      const label = this.words.say(`facet-${FACETS[place]}`);
      const group = element("div", { class: "chip-group", role: "group", "aria-label": label });
      for (const { facet, value, name, count, chosen } of chips) {
        const chip = button(name, () => this.choose(facet, value), "chip");
        chip.setAttribute("aria-pressed", String(chosen));
        chip.dataset.facet = facet;
        chip.dataset.value = value;
        chip.append(" ", element("span", { class: "count" }, count.toLocaleString(this.words.lang)));
        if (chosen) chip.append(element("span", { class: "chip-off", "aria-hidden": "true" }, "×"));
        group.append(chip);
      }
      return [group];
    });
    this.parts.chips.replaceChildren(...drawn);
  }

  #deeds() {
    return /** @type {HTMLElement[]} */ ([...this.parts.list.querySelectorAll(".deed")]);
  }

  /** @param {string} id */
  #deedOf(id) {
    return /** @type {HTMLElement | null} */ (document.getElementById(id)?.querySelector(".deed") ?? null);
  }

  /** @param {string} id opened in its place, or closed */
  toggle(id) {
    const move = this.catalogue.byId.get(id);
    const item = document.getElementById(id);
    const deed = this.#deedOf(id);
    if (!move || !item || !deed) return;
    const open = deed.getAttribute("aria-expanded") !== "true";
    deed.setAttribute("aria-expanded", String(open));
    item.querySelector(".rest")?.remove();
    if (open) item.append(drawRest(move, this.words, this.catalogue));
    if (open) this.state.open = id;
    else if (this.state.open === id) this.state.open = "";
    writeAddress(this.state);
  }

  /** @param {number} steps from what has the focus, the field being before the first result */
  step(steps) {
    const deeds = this.#deeds();
    const here = deeds.findIndex((deed) => deed.closest("li")?.contains(document.activeElement));
    const next = here + steps;
    if (next < 0) this.parts.field.focus();
    else deeds[Math.min(next, deeds.length - 1)]?.focus();
  }

  /** Opens the first result and goes there. */
  enter() {
    const first = this.#deeds()[0];
    const id = first?.closest("li")?.id;
    if (!first || !id) return;
    if (first.getAttribute("aria-expanded") !== "true") this.toggle(id);
    first.focus();
  }
}
