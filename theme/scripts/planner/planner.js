import { makeAnswer } from "../keeping/answer.js";
import { Device } from "../keeping/device.js";
import { fillWhereAgreed } from "../keeping/difference.js";
import { Exchange } from "../keeping/exchange.js";
import { choiceName } from "../keeping/names.js";
import { Record, wireHead } from "../keeping/record.js";
import { blankSheet, isBlank } from "../keeping/sheet.js";
import { part } from "../toolbox/page.js";
import { Filters } from "./filters.js";
import { STATUSES, plannerForm } from "./form.js";
import { drawRoadmap } from "./roadmap.js";

/** @typedef {import("../keeping/sheet.js").Sheet} Sheet */

/** The page: every decision with what a district says of it, by area or by year. */
export class Planner {
  /** @param {import("../viewer/words.js").Words} words */
  constructor(words) {
    this.words = words;
    this.sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-entry]")]);
    this.form = plannerForm(this.sections.map(describe), words.say("title"));
    this.decisions = this.form.entries.filter(({ fields }) => fields.some(({ id }) => id === "status"));
    this.record = new Record(new Device("waypost-planner", this.form), words, {
      order: (sheets) => [sheets.at(-1) ?? blankSheet(this.form)],
      show: () => this.show(),
    });
    this.showHead = wireHead((field, value) => {
      this.plan.head[field] = value;
      this.record.write();
    });
    this.answers = this.form.entries.flatMap((entry, place) => this.#answers(entry, this.sections[place]));
    this.filters = new Filters(part("filters"), this.decisions, words, () => this.showChosen());
    this.view = "area";
    part("views").hidden = false;
    for (const way of this.views) way.addEventListener("click", () => this.turn(way.dataset.view ?? "area"));
    window.addEventListener("hashchange", () => this.follow());
    part("roadmap").addEventListener("click", ({ target }) => {
      // The address does not change where it names this decision already.
      if (target instanceof HTMLAnchorElement && target.hash === location.hash) this.follow();
    });
    this.#exchange();
    this.show();
    this.follow();
  }

  get views() {
    return /** @type {HTMLElement[]} */ ([...part("views").querySelectorAll("[data-view]")]);
  }

  /** @returns {Sheet} */
  get plan() {
    return this.record.sheets[0] ?? blankSheet(this.form);
  }

  /**
   * @param {import("../keeping/sheet.js").Entry} entry
   * @param {HTMLElement | undefined} section
   */
  #answers(entry, section) {
    const made = entry.fields.map((field) => {
      const change = (/** @type {string} */ value) => {
        this.plan.entries[entry.id] = { ...this.plan.entries[entry.id], [field.id]: value };
        this.record.write();
        this.showCounts();
      };
      const help = field.id === "cadence" ? this.words.say("cadence-help") : "";
      return { entry, field, answer: makeAnswer(entry.id, field, this.words, change, help) };
    });
    section?.querySelector("[data-answers]")?.replaceChildren(...made.map(({ answer }) => answer.block));
    return made;
  }

  #exchange() {
    const { words } = this;
    const filled = (/** @type {Sheet[]} */ sheets) => [fillWhereAgreed(this.plan, sheets)];
    return new Exchange({
      form: this.form,
      words,
      written: () => [this.plan],
      all: () => this.record.sheets,
      isEmpty: () => isBlank(this.plan),
      keep: (sheets) => this.record.keep(sheets),
      added: filled,
      adopted: filled,
      name: (sheet) => words.say("plan-name", { name: sheet.head.rater || words.say("round-without-name") }),
      person: (sheet) => sheet.head.rater ?? "",
    });
  }

  /** An address that names a decision shows it, whatever the lists and the view were. */
  follow() {
    const section = this.sections.find(({ id }) => id === location.hash.slice(1));
    if (!section) return;
    this.filters.clear();
    this.turn("area");
    section.scrollIntoView();
    section.focus({ preventScroll: true });
  }

  /** @param {string} view */
  turn(view) {
    this.view = view;
    for (const way of this.views) way.setAttribute("aria-pressed", String(way.dataset.view === view));
    this.showChosen();
  }

  show() {
    this.showHead(this.plan);
    for (const { entry, field, answer } of this.answers) answer.show(this.plan.entries[entry.id]?.[field.id] ?? "");
    this.showChosen();
  }

  /** The decisions that fit the lists. One that is being written stays until a list or the view is chosen again. */
  showChosen() {
    const shown = this.showCounts();
    const all = shown.size === this.decisions.length;
    const byYear = this.view === "year";
    part("areas").hidden = byYear;
    part("roadmap").hidden = !byYear;
    part("roadmap").replaceChildren(
      ...(byYear ? drawRoadmap(this.decisions.filter(({ id }) => shown.has(id)), this.plan, this.words) : []),
    );
    for (const section of this.sections) section.hidden = section.dataset.kind === "look" ? !all : !shown.has(section.id);
    for (const area of part("areas").querySelectorAll("[data-area]"))
      /** @type {HTMLElement} */ (area).hidden = !area.querySelector("[data-entry]:not([hidden])");
    const said = { count: shown.size, all: this.decisions.length };
    part("shown").textContent = all ? "" : this.words.say(shown.size ? "shown" : "shown-none", said);
  }

  /** @returns {Set<string>} the decisions that fit the lists, counted in them and by state */
  showCounts() {
    const counts = ["", ...STATUSES].flatMap((status) => {
      const count = this.decisions.filter(({ id }) => (this.plan.entries[id]?.status ?? "") === status).length;
      return count ? [this.words.say("standing", { name: choiceName("status", status, this.words), count })] : [];
    });
    part("standings").replaceChildren(...counts.map((count) => Object.assign(document.createElement("span"), { textContent: count })));
    return this.filters.apply(this.plan);
  }
}

/** @param {HTMLElement} section */
function describe(section) {
  const area = section.closest("[data-area]")?.getAttribute("data-name") ?? "";
  return { id: section.id, name: section.dataset.name ?? "", area, kind: section.dataset.kind ?? "" };
}
