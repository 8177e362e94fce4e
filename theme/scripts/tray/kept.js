import { drawPlace } from "../finder/result.js";
import { button, element } from "../viewer/element.js";
import { drawWritten, noteFields } from "./note.js";

/** @typedef {import("./content.js").Kept} Kept */
/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {import("../viewer/words.js").Words} Words */

/**
 * What a move says of itself: its place, its deed and when it works. A move that the toolbox no longer has says so.
 *
 * @param {Kept} kept
 * @param {Move | undefined} move
 * @param {Words} words
 * @param {string} root the way to toolbox/
 * @param {"h2" | "h3"} heading
 * @returns {HTMLElement[]}
 */
export function drawMove(kept, move, words, root, heading) {
  if (!move) return [element("p", { class: "kept-gone" }, words.say("gone", { id: kept.id }))];
  const said = [
    drawPlace(move, words),
    element(heading, { class: "kept-deed" }, element("a", { href: `${root}${move.page}` }, move.text)),
    element("p", { class: "see" }, words.say("works-when-line"), " ", move.works_when),
  ];
  if (move.next) said.push(element("p", { class: "see" }, words.say("next-line"), " ", move.next));
  return said;
}

/** One kept move in the list, with what can be done to it. */
export class KeptItem {
  /**
   * @param {Kept} kept
   * @param {Move | undefined} move
   * @param {Words} words
   * @param {string} root
   * @param {{ write: (field: "note" | "tried" | "happened", text: string) => void, step: (by: -1 | 1) => void, leave: () => void }} deeds
   */
  constructor(kept, move, words, root, deeds) {
    this.words = words;
    this.title = move?.text ?? words.say("gone", { id: kept.id });
    this.notes = noteFields(kept, words, deeds.write);
    this.up = this.#button("up", () => deeds.step(-1));
    this.down = this.#button("down", () => deeds.step(1));
    this.written = element("div", { class: "kept-written" });
    this.item = element(
      "li",
      { class: "kept", "data-move": kept.id },
      element("div", { class: "kept-said" }, ...drawMove(kept, move, words, root, "h2")),
      this.notes.part,
      this.written,
      element("div", { class: "kept-deeds" }, this.up, this.down, this.#button("remove", deeds.leave)),
    );
  }

  /** @param {string} deed @param {() => void} onClick */
  #button(deed, onClick) {
    const made = button(this.words.say(deed), onClick, "text-button");
    made.setAttribute("aria-label", this.words.say(`${deed}-name`, { move: this.title }));
    return made;
  }

  /** @param {Kept} kept @param {boolean} first @param {boolean} last */
  show(kept, first, last) {
    this.notes.show(kept);
    this.written.replaceChildren(drawWritten(kept, this.words) ?? "", drawLines(this.words));
    this.up.disabled = first;
    this.down.disabled = last;
  }

  /** @param {-1 | 1} by where it was sent: the finger stays on the same button, unless it leads no further */
  focus(by) {
    const [wanted, other] = by < 0 ? [this.up, this.down] : [this.down, this.up];
    (wanted.disabled ? other : wanted).focus();
  }
}

/** @param {Words} words @returns {HTMLElement} empty lines for a pen */
function drawLines(words) {
  return element("p", { class: "kept-lines" }, ...["tried-label", "happened-label"].map((id) => element("span", {}, words.say(id))));
}
