import { makeAnswer } from "../keeping/answer.js";
import { showDay } from "../keeping/notice.js";
import { choiceName } from "../keeping/names.js";
import { today } from "../keeping/sheet.js";
import { element } from "../viewer/element.js";
import { LEVELS } from "./form.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("../keeping/sheet.js").Entry} Entry
 * @typedef {import("../keeping/sheet.js").Sheet} Sheet
 */

/** One attribute of the open round: its three levels become a choice, with evidence and a day below. */
export class Rating {
  /**
   * @param {HTMLElement} section as the page brings it
   * @param {Entry} entry
   * @param {Words} words
   * @param {(field: string, value: string) => void} change
   */
  constructor(section, entry, words, change) {
    this.section = section;
    this.entry = entry;
    this.words = words;
    this.change = change;
    /** @type {Map<string, HTMLInputElement>} */
    this.radios = new Map();
    /** @type {Record<string, string>} */
    this.values = {};
    const continuum = section.querySelector(".continuum");
    const group = element("div", { class: "choosing", role: "radiogroup", "aria-labelledby": `${entry.id}-name` });
    continuum?.before(group);
    if (continuum) group.append(continuum);
    this.columns = [...section.querySelectorAll(".continuum-level")].map((column) => this.#column(column));
    this.lastLevel = element("p", { class: "last-level" }, words.say("last-level"));
    group.append(this.lastLevel, this.#unrated());
    this.answers = this.#answers();
  }

  /** @param {Element} column */
  #column(column) {
    const level = column.getAttribute("data-value") ?? "";
    const name = column.querySelector(".continuum-name");
    const mark = element("p", { class: "continuum-mark" });
    const label = element("label", { class: "choice" }, this.#radio(level), ...(name?.childNodes ?? []));
    name?.append(label);
    column.prepend(mark);
    return { level, column, mark };
  }

  #unrated() {
    return element("label", { class: "choice choice-none" }, this.#radio(""), choiceName("level", "", this.words));
  }

  /** @param {string} level */
  #radio(level) {
    const { id } = this.entry;
    const radio = element("input", { type: "radio", name: `${id}-level`, value: level });
    if (level) radio.setAttribute("aria-describedby", `${id}-${level}-text`);
    radio.addEventListener("change", () => {
      this.#set("level", level);
      if (level && !this.values.date) this.#set("date", today());
      this.show(this.values);
    });
    this.radios.set(level, radio);
    return radio;
  }

  /** @param {string} field @param {string} value */
  #set(field, value) {
    this.values = { ...this.values, [field]: value };
    this.change(field, value);
  }

  #answers() {
    const fields = this.entry.fields.filter(({ kind }) => kind !== "choice");
    const answers = fields.map((field) => ({
      field,
      answer: makeAnswer(
        this.entry.id,
        field,
        this.words,
        (value) => this.#set(field.id, value),
        field.id === "evidence" ? this.words.say("evidence-help") : "",
      ),
    }));
    this.section.querySelector("[data-answers]")?.replaceChildren(...answers.map(({ answer }) => answer.block));
    return answers;
  }

  /** @param {Record<string, string>} values of this attribute in the open round */
  show(values) {
    this.values = values;
    const level = values.level ?? "";
    for (const [value, radio] of this.radios) radio.checked = value === level;
    const next = LEVELS[LEVELS.indexOf(level) + 1];
    for (const { column, mark, level: each } of this.columns) {
      const place = !level ? "" : each === level ? "here" : each === next ? "next" : "other";
      column.setAttribute("data-place", place);
        mark.textContent = this.words.say(place);
    }
    this.lastLevel.hidden = !level || Boolean(next);
    this.section.dataset.rated = String(Boolean(level));
    for (const { field, answer } of this.answers) answer.show(values[field.id] ?? "");
  }

  /** @param {Sheet | undefined} round the last one that was finished */
  showLast(round) {
    const place = this.section.querySelector("[data-last]");
    if (!(place instanceof HTMLElement)) return;
    place.hidden = !round;
    place.replaceChildren();
    if (!round) return;
    const { level = "", evidence } = round.entries[this.entry.id] ?? {};
    const said = {
      day: showDay(round.head.finished ?? "", this.words),
      by: round.head.rater ?? "",
      level: choiceName("level", level, this.words),
    };
    place.append(element("b", {}, this.words.say(said.by ? "last-time-by" : "last-time", said)));
    if (evidence) place.append(element("span", { class: "last-evidence" }, evidence));
  }
}
