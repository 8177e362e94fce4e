import { part } from "../toolbox/page.js";
import { button, element } from "../viewer/element.js";
import { copyShown } from "../viewer/handing.js";
import { isBlank, keepDraft, readDraft, watchDraft } from "./draft.js";
import { entryOf, faultsOf, field, readTyped, theForm, writeTyped } from "./entry.js";
import { mailAddress, saveFile, suggestionAddress } from "./handing.js";
import { showHome } from "./homes.js";
import { SAME, likeMoves } from "./likeness.js";
import { lengthOf, ruleOf } from "./limits.js";
import { plainLine } from "./plain.js";
import { Related, drawLike } from "./related.js";
import { writeYaml } from "./yaml.js";

/**
 * What came with the page besides the moves.
 *
 * @typedef {object} Facts
 * @property {Record<string, import("./limits.js").Rule>} rules
 * @property {import("./homes.js").Homes} homes
 * @property {string[]} taken ids of what is no move
 * @property {string} reserved how the ids of Waypost's own moves begin
 * @property {string} mail
 * @property {string} url
 */

/** How long nobody types before a search for moves like it begins. */
const PAUSE = 150;

/** The whole page: what was typed, what is wrong with it, and the file that comes of it. */
export class Form {
  /**
   * @param {Facts} facts
   * @param {import("../finder/catalogue.js").Catalogue} catalogue
   * @param {import("../viewer/words.js").Words} words
   * @param {(word: string) => boolean} isEmpty
   */
  constructor(facts, catalogue, words, isEmpty) {
    this.facts = facts;
    this.catalogue = catalogue;
    this.words = words;
    const ids = new Set([...facts.taken, ...catalogue.byId.keys()]);
    const reserved = new RegExp(`^(?:${facts.reserved})`);
    this.judges = {
      rules: facts.rules,
      isEmpty,
      taken: (/** @type {string} */ id) => ids.has(id),
      reserved: (/** @type {string} */ id) => reserved.test(id),
    };
    this.related = new Related(catalogue, words, () => {
      this.#showGoing();
      this.#changed();
    });
    /** @type {Set<string>} fields that were left once, so that what is wrong with them may be told */
    this.left = new Set();
    /** Whether something stands here that somebody has typed in this tab. */
    this.touched = false;
    this.timer = 0;
    this.summed = "";
  }

  open() {
    this.#takeOver();
    watchDraft(() => this.touched || this.#takeOver());
    const form = theForm();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => {
      if (target !== this.related.field) this.#changed();
    });
    form.addEventListener("focusout", ({ target }) => {
      const name = target instanceof HTMLElement ? target.getAttribute("name") : "";
      if (name && this.#holds(name)) this.left.add(name);
      this.#showFaults();
    });
    part("add-save").addEventListener("click", () => this.#hand(() => this.#save()));
    part("add-copy").addEventListener("click", () => this.#hand(() => this.#copy()));
    for (const id of ["add-mail", "add-suggest"])
      document.getElementById(id)?.addEventListener("click", (event) => {
        if (!this.#hand(() => {})) event.preventDefault();
      });
    part("add-clear").addEventListener("click", () => this.#clear());
    form.hidden = false;
  }

  /** Shows what the device has kept. */
  #takeOver() {
    const draft = readDraft();
    writeTyped({ who: "teacher", ...draft.typed });
    this.related.put(draft.related);
    this.#show();
    this.#showLike();
  }

  get entry() {
    return entryOf(readTyped(), this.related.ids, this.judges);
  }

  /** @param {string} name @returns {boolean} whether anything was written or chosen there */
  #holds(name) {
    return Boolean(readTyped()[name]);
  }

  #changed() {
    const draft = { typed: readTyped(), related: this.related.ids };
    this.touched = !isBlank(draft);
    keepDraft(draft);
    part("add-said").textContent = "";
    this.#show();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.#showLike(), PAUSE);
  }

  #show() {
    const { entry } = this;
    showHome(this.facts.homes);
    for (const place of theForm().querySelectorAll("[data-count]")) {
      const name = place.getAttribute("data-count") ?? "";
      const most = ruleOf(this.facts.rules[name]).maxLength ?? 0;
      place.textContent = this.words.say("count", { count: lengthOf(plainLine(field(name).value)), most });
    }
    field("id").setAttribute("placeholder", entry.id);
    this.#showFaults();
    this.#showFile();
  }

  #showFile() {
    const { entry } = this;
    const { words, facts } = this;
    const content = writeYaml(entry, { by: words.say("by"), why: words.say("why") });
    const shown = /** @type {HTMLTextAreaElement} */ (part("add-file"));
    part("add-file-later").hidden = entry.text !== "";
    part("add-file-now").hidden = entry.text === "";
    shown.value = content;
    shown.rows = Math.min(24, content.split("\n").length);
    part("add-file-name").textContent = `toolbox/local/${entry.id}.yml`;
    const said = {
      subject: words.say("mail-subject", { move: entry.text.slice(0, 80) }),
      greeting: words.say("mail-greeting", { file: `toolbox/local/${entry.id}.yml` }),
      attach: words.say("mail-attach", { file: `${entry.id}.yml` }),
    };
    part("add-mail").setAttribute("href", mailAddress(facts.mail, said, content));
    if (facts.url) part("add-suggest").setAttribute("href", suggestionAddress(facts.url, `${entry.id}.yml`, content));
  }

  #showFaults() {
    const faults = faultsOf(this.entry, this.judges);
    for (const place of theForm().querySelectorAll("[data-fault]")) {
      const name = place.getAttribute("data-fault") ?? "";
      const fault = this.left.has(name) ? faults.get(name) : undefined;
      place.textContent = fault ? this.words.say(fault.id, fault.values) : "";
      for (const one of theForm().querySelectorAll(`[name="${name}"]`)) one.setAttribute("aria-invalid", String(!!fault));
    }
    const summary = part("add-faults");
    if (!faults.size) summary.hidden = true;
    if (!summary.hidden) this.#summarise(faults);
  }

  /** @param {Map<string, import("./limits.js").Fault>} faults */
  #summarise(faults) {
    // Drawn anew only where it says something else: a link that is just being pressed has to stay.
    const said = JSON.stringify([...faults]);
    if (said === this.summed) return;
    this.summed = said;
    const rows = [...faults].map(([name, fault]) => {
      const link = element("a", { href: `#${idOfPart(name)}` });
      link.append(`${this.words.say(`field-${name}`)}: ${this.words.say(fault.id, fault.values)}`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const place = document.getElementById(`add-${name}`) ?? theForm().querySelector(`[name="${name}"]`);
        if (place instanceof HTMLElement) place.focus();
      });
      return element("li", {}, link);
    });
    part("add-faults-list").replaceChildren(...rows);
  }

  /**
   * @param {() => void} way to hand the file out
   * @returns {boolean} whether the move is whole; otherwise what is missing is told instead
   */
  #hand(way) {
    const faults = faultsOf(this.entry, this.judges);
    if (!faults.size) {
      way();
      return true;
    }
    for (const name of faults.keys()) this.left.add(name);
    part("add-faults").hidden = false;
    this.#showFaults();
    part("add-faults").focus();
    return false;
  }

  #save() {
    const name = `${this.entry.id}.yml`;
    saveFile(name, /** @type {HTMLTextAreaElement} */ (part("add-file")).value);
    part("add-said").textContent = this.words.say("saved", { file: name });
  }

  async #copy() {
    const copied = await copyShown(/** @type {HTMLTextAreaElement} */ (part("add-file")));
    part("add-said").textContent = this.words.say(copied ? "copied" : "selected");
  }

  #clear() {
    const before = { typed: readTyped(), related: this.related.ids };
    const put = (/** @type {typeof before} */ draft) => {
      this.left.clear();
      part("add-faults").hidden = true;
      writeTyped(draft.typed);
      this.related.put(draft.related);
      this.#changed();
    };
    put({ typed: { who: "teacher" }, related: [] });
    const back = button(this.words.say("undo"), () => {
      put(before);
      field("text").focus();
    }, "text-button");
    part("add-said").replaceChildren(this.words.say("cleared"), " ", back);
    back.focus();
  }

  #showGoing() {
    for (const way of theForm().querySelectorAll("[data-goes]"))
      way.setAttribute("aria-pressed", String(this.related.ids.includes(way.getAttribute("data-goes") ?? "")));
  }

  #showLike() {
    const found = likeMoves(plainLine(field("text").value), this.catalogue);
    const same = found.some(({ share }) => share >= SAME);
    part("add-like").hidden = !found.length;
    part("add-like-title").textContent = this.words.say(same ? "like-same" : "like");
    const rows = found.map(({ move }) => {
      const way = button(this.words.say("goes-with"), () => this.related.toggle(move.id), "tray-toggle");
      way.dataset.goes = move.id;
      return drawLike(move, this.words, way);
    });
    part("add-like-list").replaceChildren(...rows);
    this.#showGoing();
    part("add-like-status").textContent = found.length ? this.words.say(same ? "like-same" : "like") : "";
  }
}

/** @param {string} name @returns {string} the id of a field, or of the group of choices */
function idOfPart(name) {
  return document.getElementById(`add-${name}`) ? `add-${name}` : `add-${name}-group`;
}
