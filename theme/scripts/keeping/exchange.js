import { button, element } from "../viewer/element.js";
import { part } from "../toolbox/page.js";
import { Comparison } from "./comparison.js";
import { chooseFiles, saveFile } from "./files.js";
import { writeJson } from "./json.js";
import { tell } from "./notice.js";
import { writeProse } from "./prose.js";
import { readFile } from "./reading.js";
import { today } from "./sheet.js";
import { writeTable } from "./table.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("./sheet.js").Form} Form
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {{ name: string, sheets: Sheet[] }} Opened a file and what is in it
 */

/**
 * What a page tells the part that saves, opens and compares. `written` goes into files, `all` is everything that stands
 * on the page; `keep` puts sheets in the place of `all`. `added` and `adopted` say what stands there afterwards.
 *
 * @typedef {{ form: Form, words: Words, written: () => Sheet[], all: () => Sheet[], isEmpty: () => boolean,
 *   keep: (sheets: Sheet[]) => void, added: (sheets: Sheet[]) => Sheet[], adopted: (sheets: Sheet[]) => Sheet[],
 *   name: (sheet: Sheet, number: number) => string, person: (sheet: Sheet) => string }} Page
 */

/** The buttons below a form, by which it leaves this device and comes back. */
export class Exchange {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.section = part("files");
    this.comparison = new Comparison(page);
    this.section.hidden = false;
    for (const kind of this.section.querySelectorAll("[data-save]"))
      kind.addEventListener("click", () => this.save(/** @type {HTMLElement} */ (kind)));
    this.section.querySelector("[data-print]")?.addEventListener("click", () => window.print());
    this.#wire("[data-open]", (place) => this.open(place));
    this.#wire("[data-compare]", (place) => this.compare(place));
  }

  /**
   * @param {string} selector
   * @param {(place: Element) => Promise<void>} action
   */
  #wire(selector, action) {
    const found = this.section.querySelector(selector);
    found?.addEventListener("click", () => action(found.closest(".keeping-row") ?? found));
  }

  /** @param {HTMLElement} way */
  save(way) {
    const { form, words, name } = this.page;
    const kind = way.dataset.save ?? "json";
    const sheets = this.page.written();
    const texts = {
      json: () => writeJson(sheets, form),
      csv: () => writeTable(sheets, form),
      md: () => writeProse(sheets, form, words, name),
    };
    const file = `${words.say("file")}-${today()}.${kind}`;
    saveFile(file, texts[/** @type {keyof typeof texts} */ (kind)]());
    tell(way.closest(".keeping-row") ?? way, [words.say("saved-file", { file })], { words });
  }

  /** @param {Element} place */
  async open(place) {
    const { words } = this.page;
    const { opened, told } = await this.#read(await chooseFiles(false));
    const [file] = opened;
    if (!file) tell(place, told, { words });
    else if (this.page.isEmpty()) this.change(place, file.sheets, words.say("opened", { file: file.name }));
    else this.#ask(place, file);
  }

  /**
   * Changes the page, with the way back at hand.
   *
   * @param {Element} place
   * @param {Sheet[]} sheets
   * @param {string} sentence
   */
  change(place, sheets, sentence) {
    const { keep, all, words } = this.page;
    const before = structuredClone(all());
    keep(sheets);
    tell(place, [sentence], { words, undo: () => keep(before) });
  }

  /**
   * @param {Element} place
   * @param {Opened} file
   */
  #ask(place, { name, sheets }) {
    const { words } = this.page;
    const names = sheets.map((sheet, number) => this.page.name(sheet, number + 1)).join("; ");
    const found = words.say(sheets.length > 1 ? "holds" : "holds-one", { file: name, count: sheets.length, names });
    tell(place, [found, words.say("offer-full")], { words });
    const done = words.say("opened", { file: name });
    const ways = element("p", { class: "keeping-row" });
    ways.append(
      button(words.say("add"), () => this.change(place, this.page.added(sheets), done)),
      button(words.say("replace"), () => this.change(place, sheets, done), "button button-quiet"),
      button(words.say("cancel"), () => tell(place, [words.say("kept-as-it-was")], { words }), "button button-quiet"),
    );
    place.nextElementSibling?.append(ways);
  }

  /** @param {Element} place */
  async compare(place) {
    const { words } = this.page;
    const { opened, told } = await this.#read(await chooseFiles(true));
    const mine = this.section.querySelector("[data-mine]");
    const columns = opened.flatMap(({ name, sheets }) => {
      const sheet = sheets.at(-1);
      return sheet ? [{ file: name, sheet }] : [];
    });
    const own = this.page.written().at(-1);
    if (own && mine instanceof HTMLInputElement && mine.checked)
      columns.unshift({ file: words.say("mine"), sheet: own });
    if (columns.length < 2 && opened.length) told.push(words.say("compare-one"));
    if (told.length) tell(place, told, { words });
    if (columns.length < 2) return;
    this.comparison.show(columns, words.say("compared"), words.say("compared-note"), (where) => {
      const found = opened.flatMap(({ sheets }) => sheets);
      this.change(where, this.page.adopted(found), words.say("adopted"));
    });
  }

  /** @param {import("./comparison.js").Column[]} columns sheets of this page */
  compareRounds(columns) {
    this.comparison.show(columns, this.page.words.say("rounds-compared"), "");
  }

  /**
   * @param {File[]} files
   * @returns {Promise<{ opened: Opened[], told: string[] }>} what could be read, and why the rest could not
   */
  async #read(files) {
    const { form, words } = this.page;
    /** @type {{ opened: Opened[], told: string[] }} */
    const result = { opened: [], told: [] };
    for (const file of files) {
      try {
        result.opened.push({ name: file.name, sheets: await readFile(file, form, words) });
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        result.told.push(error.say(words, file.name));
      }
    }
    return result;
  }
}
