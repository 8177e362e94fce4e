import { tellTrouble } from "../tray/toggle.js";
import { button, element } from "../viewer/element.js";
import { readAddress, writeAddress } from "./address.js";
import { Chips } from "./chips.js";
import { chipsOf, isChosen } from "./facets.js";
import { showKept } from "./keep.js";
import { List } from "./list.js";
import { drawNothing } from "./nothing.js";
import { drawNow } from "./starts/now.js";
import { drawOverview } from "./starts/overview.js";
import { drawSee } from "./starts/see.js";
import { drawSteps } from "./starts/steps.js";
import { didYouMean } from "./suggestions.js";

/** @typedef {import("./address.js").Facet} Facet */
/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {import("./starts/data.js").Means} Means */

const AT_ONCE = 20;
const STARTS = { see: drawSee, now: drawNow, steps: drawSteps };

/** The field, the chips and what stands below them: results, or a place to start from. */
export class Finder {
  /**
   * @param {Means} means
   * @param {{ field: HTMLInputElement, chips: HTMLElement, status: HTMLElement, said: HTMLElement, list: HTMLElement, before: HTMLElement, after: HTMLElement }} parts
   */
  constructor(means, parts) {
    this.means = means;
    this.parts = parts;
    this.chips = new Chips(parts.chips, means.words, (facet, value) => this.choose(facet, value));
    this.list = new List(parts.list, means);
    this.state = readAddress();
    this.shown = AT_ONCE;
    means.tray.watch(() => {
      for (const keep of parts.list.querySelectorAll(".keep")) showKept(keep, means.tray, means.words);
    });
  }

  /** Shows what the address asks for. */
  follow() {
    this.state = readAddress();
    this.parts.field.value = this.state.typed;
    this.shown = AT_ONCE;
    const asked = this.means.catalogue.byId.get(this.state.open);
    if (!asked) this.state.open = "";
    else if (!this.#showsAtOnce(asked)) this.#moveTo(asked);
    this.draw();
    if (asked) this.list.deedOf(asked.id)?.focus();
  }

  /** Whether nothing was typed, no chip chosen and no start taken. */
  #isIdle() {
    return !this.state.typed.trim() && !this.state.chosen.size && !this.state.start;
  }

  /** @param {Move} move */
  #showsAtOnce(move) {
    if (this.#isIdle()) return false;
    const moves = this.state.start ? this.#screen()?.moves : this.#found().hits.slice(0, AT_ONCE).map((hit) => hit.move);
    return !!moves?.includes(move);
  }

  /** @param {Move} move shown among its neighbours, whatever was typed before */
  #moveTo(move) {
    const chosen = /** @type {[Facet, string | undefined][]} */ (
      move.element ? [["driver", move.driver], ["element", move.element]] : [["model", move.model]]
    );
    this.state.chosen = new Map(chosen.flatMap(([facet, value]) => (value ? [[facet, value]] : [])));
    this.#leaveStart();
    this.state.typed = this.parts.field.value = "";
    this.shown = Number.MAX_SAFE_INTEGER;
  }

  #leaveStart() {
    this.state.start = "";
    this.state.at = "";
  }

  /** @param {string} typed */
  type(typed) {
    this.state.typed = typed;
    this.state.open = "";
    this.#leaveStart();
    this.shown = AT_ONCE;
    this.draw();
  }

  /** @param {Facet} facet @param {string} value chosen, or no longer where it was */
  choose(facet, value) {
    const { chosen } = this.state;
    if (chosen.get(facet) === value) chosen.delete(facet);
    else chosen.set(facet, value);
    if (facet === "driver") chosen.delete("element");
    this.#leaveStart();
    this.shown = AT_ONCE;
    this.draw();
    (this.chips.find(facet, value) ?? this.list.deeds()[0])?.focus();
  }

  /** Back to nothing: first what was typed goes, then what was chosen. */
  clear() {
    if (!this.state.typed) this.state.chosen.clear();
    this.parts.field.value = "";
    this.type("");
    this.parts.field.focus();
  }

  #found() {
    const { typed, chosen } = this.state;
    const { catalogue } = this.means;
    const { terms, hits } = typed.trim()
      ? catalogue.search(typed)
      : { terms: [], hits: catalogue.moves.map((move) => ({ move, score: 0, passage: undefined })) };
    return { terms, all: hits, hits: chosen.size ? hits.filter(({ move }) => isChosen(move, chosen)) : hits };
  }

  #screen() {
    const { start, at } = this.state;
    return start ? STARTS[start](at, this.means) : undefined;
  }

  draw() {
    writeAddress(this.state);
    const screen = this.#screen();
    if (screen) this.#drawScreen(screen);
    else this.#drawFound();
  }

  /** @param {import("./starts/data.js").Screen} screen */
  #drawScreen({ before, moves, after, said }) {
    const { parts } = this;
    this.chips.clear();
    parts.before.replaceChildren(...before);
    parts.after.replaceChildren(...after);
    parts.status.textContent = "";
    parts.said.textContent = said;
    this.list.draw(moves.map((move) => ({ move, score: 0, passage: undefined })), [], this.state.open);
  }

  #drawFound() {
    const { typed, chosen, open } = this.state;
    const { catalogue, words } = this.means;
    const { terms, all, hits } = this.#found();
    const { before, after, status } = this.parts;
    this.chips.draw(chipsOf(catalogue.moves, all.map(({ move }) => move), chosen, words), chosen);
    before.replaceChildren();
    after.replaceChildren();
    if (this.#isIdle()) {
      this.list.draw([], [], "");
      status.textContent = "";
      after.append(...drawOverview(catalogue.moves, words, (facet, value, driver) => {
        if (driver) chosen.set("driver", driver);
        this.choose(facet, value);
      }));
      return;
    }
    status.textContent = hits.length ? words.say(hits.length === 1 ? "found-one" : "found", { count: hits.length }) : "";
    const drawn = hits.slice(0, this.shown);
    this.list.draw(drawn, terms, open);
    const better = typed.trim() ? didYouMean(typed, catalogue.vocabulary) : "";
    if (better) {
      const take = button(better, () => this.#retype(better), "text-button");
      before.append(element("p", {}, words.say("did-you-mean"), " ", take));
    }
    if (!hits.length) before.append(drawNothing(words, chosen.size ? () => this.#forgetChips() : undefined));
    if (hits.length > drawn.length) this.#drawMore(hits.length - drawn.length);
  }

  /** @param {number} left */
  #drawMore(left) {
    const more = () => {
      const before = this.list.deeds().length;
      this.shown += 2 * AT_ONCE;
      this.draw();
      this.list.deeds()[before]?.focus();
    };
    this.parts.after.append(button(this.means.words.say("more", { count: left }), more, "button button-quiet"));
  }

  /** @param {string} typed */
  #retype(typed) {
    this.parts.field.value = typed;
    this.parts.field.focus();
    this.type(typed);
  }

  #forgetChips() {
    this.state.chosen.clear();
    this.draw();
    this.parts.field.focus();
  }

  /** @param {string} id opened in its place, or closed */
  toggle(id) {
    const open = this.list.toggle(id);
    if (open) this.state.open = id;
    else if (this.state.open === id) this.state.open = "";
    writeAddress(this.state);
  }

  /** Opens the first result and goes there. */
  enter() {
    const [first] = this.list.deeds();
    if (!first) return;
    if (first.getAttribute("aria-expanded") !== "true") this.toggle(this.list.idOf(first));
    first.focus();
  }

  /** Puts the move that has the focus, or else the opened one, into the tray or takes it out, and says so. */
  keep() {
    const { tray, words, catalogue } = this.means;
    const near = document.activeElement?.closest("[data-move]") ?? document.getElementById(this.state.open) ?? this.parts.before.querySelector("[data-move]");
    const move = catalogue.byId.get(near?.getAttribute("data-move") ?? "");
    if (!move) return;
    tray.toggle(move.id);
    tellTrouble(near?.querySelector("[data-keeps], .tray-toggle, .deed") ?? this.parts.said, tray, words);
    this.parts.said.textContent = words.say(tray.has(move.id) ? "said-kept" : "said-put-back", { move: move.text });
  }
}
