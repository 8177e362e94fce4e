import { part } from "../toolbox/page.js";
import { saveAs } from "../viewer/handing.js";
import { agendaOf } from "./agenda.js";
import { copy } from "./clipboard.js";
import { drawCode } from "./code.js";
import { isWritten } from "./content.js";
import { fileName, fileOf } from "./file.js";
import { fragmentOf } from "./link.js";

/** @typedef {import("../viewer/words.js").Words} Words */

/** Where some mail programs cut a link. */
const LONG = 1900;
/** Beyond version 20, a phone's camera no longer finds the modules of a code on a screen. */
const LARGEST_CODE = 20;

/** The ways in which the set leaves the device: only by the coach's hand, and notes only where they are ticked. */
export class Share {
  /**
   * @param {import("./tray.js").Tray} tray
   * @param {ReadonlyMap<string, import("../toolbox/move.js").Move>} moves by id
   * @param {Words} words
   * @param {string} site where toolbox/ is published
   */
  constructor(tray, moves, words, site) {
    this.tray = tray;
    this.moves = moves;
    this.words = words;
    this.site = site;
    this.withNotes = /** @type {HTMLInputElement} */ (part("with-notes"));
    this.link = /** @type {HTMLInputElement} */ (part("link"));
    this.mail = /** @type {HTMLAnchorElement} */ (part("mail"));
    this.status = part("share-status");
    this.withNotes.addEventListener("change", () => this.draw());
    this.link.addEventListener("focus", () => this.link.select());
    part("copy-link").addEventListener("click", () => this.#copied(this.link.value, "copied-link"));
    part("copy-agenda").addEventListener("click", () => this.#copied(this.#agenda(), "copied-agenda"));
    part("save-agenda").addEventListener("click", () => {
      saveAs(fileName(tray.content.name, "md"), new Blob([this.#agenda()], { type: "text/markdown" }));
    });
    part("save-file").addEventListener("click", () => {
      saveAs(fileName(tray.content.name, "json"), new Blob([fileOf(tray.content)], { type: "application/json" }));
    });
    part("print").addEventListener("click", () => window.print());
    const hand = part("hand-on");
    hand.hidden = !navigator.share;
    // Who closes the device's own sheet of apps has decided so: there is nothing to tell.
    hand.addEventListener("click", () => void navigator.share({ title: this.#name(), url: this.link.value }).catch(() => {}));
  }

  draw() {
    const { content } = this.tray;
    const withNotes = this.withNotes.checked;
    document.body.dataset.notes = withNotes ? "shared" : "kept";
    this.link.value = `${this.#address()}#${fragmentOf(content, withNotes)}`;
    this.mail.href = `mailto:?subject=${encodeURIComponent(this.#name())}&body=${encodeURIComponent(`${this.#name()}\n${this.link.value}\n`)}`;
    part("in-the-link").replaceChildren(...this.#inTheLink().map((said) => Object.assign(document.createElement("li"), { textContent: said })));
    part("link-long").hidden = this.link.value.length <= LONG;
    const code = this.#code(this.link.value);
    part("code").replaceChildren(code ?? "");
    part("code-help").textContent = this.words.say(code ? "code-help" : "code-long");
    // On paper the notes stand beside it in words, and without them the code is coarse enough for any camera.
    const bare = this.#code(`${this.#address()}#${fragmentOf(content, false)}`);
    part("paper-code").replaceChildren(bare ?? "");
    part("paper-code-help").hidden = !bare;
    const ids = content.moves.map(({ id }) => id).join(",");
    for (const id of ["cards", "share-cards"])
      /** @type {HTMLAnchorElement} */ (part(id)).href = this.tray.lasting ? "cards.html" : `cards.html?ids=${ids}`;
  }

  /** @returns {string[]} what the link holds, and what it does not, in sentences */
  #inTheLink() {
    const { name, moves } = this.tray.content;
    const said = [name ? this.words.say("link-name", { name }) : this.words.say("link-no-name")];
    said.push(moves.length === 1 ? this.words.say("link-move") : this.words.say("link-moves", { count: moves.length }));
    const written = moves.filter(isWritten).length;
    if (!written) said.push(this.words.say("link-nothing-written"));
    else if (!this.withNotes.checked) said.push(this.words.say("link-no-notes"));
    else {
      for (const field of /** @type {const} */ (["note", "tried", "happened"])) {
        const count = moves.filter((kept) => kept[field]).length;
        if (count) said.push(this.words.say(`link-${field}`, { count }));
      }
    }
    return said;
  }

  /** @param {string} link */
  #code(link) {
    return drawCode(link, this.words.say("code-label"), { ecc: "L", largest: LARGEST_CODE });
  }

  #name() {
    return this.tray.content.name || this.words.say("set-unnamed");
  }

  #address() {
    return location.protocol === "file:" ? `${this.site}my-moves.html` : `${location.origin}${location.pathname}`;
  }

  #agenda() {
    return agendaOf(this.tray.content, this.moves, { words: this.words, site: this.site, withNotes: this.withNotes.checked });
  }

  /** @param {string} text @param {string} sentence */
  async #copied(text, sentence) {
    this.status.textContent = this.words.say((await copy(text)) ? sentence : "not-copied");
  }
}
