import { Device } from "../keeping/device.js";
import { Exchange } from "../keeping/exchange.js";
import { tell } from "../keeping/notice.js";
import { choiceName } from "../keeping/names.js";
import { Record, wireHead } from "../keeping/record.js";
import { blankSheet, isBlank, today } from "../keeping/sheet.js";
import { part } from "../toolbox/page.js";
import { button } from "../viewer/element.js";
import { TYPED, assessmentForm } from "./form.js";
import { raterName, roundItem, roundName } from "./history.js";
import { Rating } from "./rating.js";
import { addRounds, countRated, finish, inOrder } from "./rounds.js";

/** @typedef {import("../keeping/sheet.js").Sheet} Sheet */

/** The page: the open round as a form, the rounds before it as a list. */
export class Assessment {
  /** @param {import("../viewer/words.js").Words} words */
  constructor(words) {
    this.words = words;
    const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-entry]")]);
    const attributes = sections.map(({ id, dataset }) => ({ id, name: dataset.name ?? "" }));
    this.form = assessmentForm(attributes, words.say("title"));
    this.record = new Record(new Device("waypost-self-assessment", this.form), words, {
      order: (sheets) => inOrder(sheets, this.form, today()),
      show: () => this.show(),
    });
    this.showHead = wireHead((field, value) => {
      this.open.head[field] = value;
      this.record.write();
    });
    this.ratings = this.form.entries.map(
      (entry, place) =>
        new Rating(/** @type {HTMLElement} */ (sections[place]), entry, words, (field, value) => {
          this.open.entries[entry.id] = { ...this.open.entries[entry.id], [field]: value };
          this.record.write();
          this.showStandings();
        }),
    );
    part("finish").hidden = false;
    part("finish-round").addEventListener("click", () => this.finish());
    this.exchange = this.#exchange();
    this.show();
  }

  #exchange() {
    const { words } = this;
    const adopted = (/** @type {Sheet[]} */ sheets) => addRounds(this.record.sheets, sheets, this.form, today());
    return new Exchange({
      form: this.form,
      words,
      written: () => {
        const written = this.record.sheets.filter((sheet) => !isBlank(sheet));
        return written.length ? written : [this.open];
      },
      all: () => this.record.sheets,
      isEmpty: () => this.record.sheets.every((sheet) => isBlank(sheet)),
      keep: (sheets) => this.record.keep(sheets),
      added: adopted,
      adopted,
      name: (sheet, number) => words.say("round-name", { number, name: roundName(sheet, words) }),
      person: (sheet) => raterName(sheet, words),
    });
  }

  /** @returns {Sheet} the round that is being filled in */
  get open() {
    return this.record.sheets.at(-1) ?? blankSheet(this.form);
  }

  get finished() {
    return this.record.sheets.slice(0, -1);
  }

  finish() {
    const { words } = this;
    const place = part("finish-round").closest(".keeping-row") ?? part("finish");
    if (isBlank(this.open, [])) {
      tell(place, [words.say("finish-nothing")], { words });
      return;
    }
    const next = blankSheet(this.form);
    for (const field of TYPED) next.head[field] = this.open.head[field] ?? "";
    this.exchange.change(place, [...this.finished, finish(this.open, today()), next], words.say("finished"));
  }

  show() {
    this.showHead(this.open);
    for (const rating of this.ratings) {
      rating.show(this.open.entries[rating.entry.id] ?? {});
      rating.showLast(this.finished.at(-1));
    }
    this.showStandings();
    this.showRounds();
  }

  showStandings() {
    const { words } = this;
    for (const { id } of this.form.entries) {
      const place = document.querySelector(`[data-standing="${id}"]`);
      const level = this.open.entries[id]?.level ?? "";
      if (place) place.textContent = choiceName("level", level, words);
      place?.classList.toggle("missing", !level);
    }
    const count = countRated(this.open);
    part("count").textContent = words.say(count ? "rated" : "rated-none", { count, all: this.form.entries.length });
  }

  showRounds() {
    const { words, finished } = this;
    part("rounds").hidden = !finished.length;
    part("rounds-list").replaceChildren(
      ...finished.map((round, place) =>
        roundItem(round, this.form, words, {
          takeOut: () => this.#change(this.record.sheets.filter((sheet) => sheet !== round), "taken-out"),
          ...(place === finished.length - 1 && isBlank(this.open, []) ? { goOn: () => this.#goOn(round) } : {}),
        }),
      ),
    );
    const sheets = [...finished, ...(isBlank(this.open, []) ? [] : [this.open])];
    const columns = sheets.map((sheet) => ({ file: "", sheet }));
    const compare = button(words.say("side-by-side"), () => this.exchange.compareRounds(columns), "button button-quiet");
    part("rounds-ways").replaceChildren(...(columns.length > 1 ? [compare] : []));
  }

  /** @param {Sheet} round */
  #goOn(round) {
    const others = this.finished.filter((sheet) => sheet !== round);
    this.#change([...others, { ...round, head: { ...round.head, finished: "" } }], "going-on");
  }

  /** @param {Sheet[]} sheets @param {string} said */
  #change(sheets, said) {
    this.exchange.change(part("rounds"), sheets, this.words.say(said));
  }
}
