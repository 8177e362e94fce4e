import { button, element } from "../viewer/element.js";
import { KeptItem } from "./kept.js";

/** @typedef {import("./content.js").Kept} Kept */
/** @typedef {import("./content.js").Content} Content */

/** The kept moves in the coach's order. Each stays the same element for as long as it is kept, so that nobody loses their place. */
export class KeptList {
  /**
   * @param {import("./tray.js").Tray} tray
   * @param {ReadonlyMap<string, import("../toolbox/move.js").Move>} moves by id
   * @param {import("../viewer/words.js").Words} words
   * @param {string} root the way to toolbox/
   * @param {{ list: HTMLElement, status: HTMLElement }} parts
   */
  constructor(tray, moves, words, root, parts) {
    this.tray = tray;
    this.moves = moves;
    this.words = words;
    this.root = root;
    this.parts = parts;
    /** @type {Map<string, KeptItem>} */
    this.items = new Map();
    /** @type {{ line: HTMLElement, before: string | undefined } | undefined} what can be undone, and where it stands */
    this.undo = undefined;
  }

  draw() {
    const { moves } = this.tray.content;
    const ids = new Set(moves.map(({ id }) => id));
    for (const [id, each] of this.items) {
      if (ids.has(id)) continue;
      each.item.remove();
      this.items.delete(id);
    }
    /** @type {HTMLElement[]} */
    const lines = moves.map((kept, place) => {
      const item = this.#item(kept);
      item.show(kept, place === 0, place === moves.length - 1);
      return item.item;
    });
    if (this.undo) {
      const at = moves.findIndex(({ id }) => id === this.undo?.before);
      lines.splice(at < 0 ? lines.length : at, 0, this.undo.line);
    }
    // An element that is put in again loses the focus: only what stands at another place is moved.
    for (const [place, line] of lines.entries()) {
      const there = this.parts.list.children[place];
      if (there !== line) this.parts.list.insertBefore(line, there ?? null);
    }
    while (this.parts.list.children.length > lines.length) this.parts.list.lastElementChild?.remove();
  }

  /** @param {Kept} kept */
  #item(kept) {
    const { id } = kept;
    const had = this.items.get(id);
    if (had) return had;
    const made = new KeptItem(kept, this.moves.get(id), this.words, this.root, {
      write: (field, text) =>
        this.tray.change(({ name, moves }) => ({ name, moves: moves.map((each) => (each.id === id ? { ...each, [field]: text } : each)) })),
      step: (by) => this.#step(id, by),
      leave: () => this.#leave(id),
    });
    this.items.set(id, made);
    return made;
  }

  /** @param {string} id @param {-1 | 1} by */
  #step(id, by) {
    this.tray.change(({ name, moves }) => {
      const at = moves.findIndex((each) => each.id === id);
      const to = at + by;
      const one = moves[at];
      const other = moves[to];
      if (!one || !other) return { name, moves };
      return { name, moves: moves.map((each, place) => (place === at ? other : place === to ? one : each)) };
    });
    const place = this.tray.content.moves.findIndex((each) => each.id === id) + 1;
    this.parts.status.textContent = this.words.say("now-at", { place, count: this.tray.size });
    this.items.get(id)?.focus(by);
  }

  /** @param {string} id */
  #leave(id) {
    const { moves } = this.tray.content;
    const at = moves.findIndex((each) => each.id === id);
    const kept = moves[at];
    const said = this.words.say("removed", { move: this.items.get(id)?.title ?? id });
    this.offerUndo(said, moves[at + 1]?.id, () =>
      this.tray.change((now) => {
        if (!kept || now.moves.some((each) => each.id === id)) return now;
        const before = now.moves.findIndex((each) => each.id === moves[at + 1]?.id);
        const to = before < 0 ? Math.min(at, now.moves.length) : before;
        return { ...now, moves: [...now.moves.slice(0, to), kept, ...now.moves.slice(to)] };
      }),
    );
    this.tray.change((now) => ({ ...now, moves: now.moves.filter((each) => each.id !== id) }));
    this.undo?.line.querySelector("button")?.focus();
  }

  /**
   * @param {string} said what was done
   * @param {string | undefined} before the move that the line stands before; at the end without one
   * @param {() => void} back
   */
  offerUndo(said, before, back) {
    const undo = button(
      this.words.say("undo"),
      () => {
        this.undo = undefined;
        back();
        this.draw();
        this.parts.status.textContent = this.words.say("undone");
        this.parts.list.focus();
      },
      "button button-quiet",
    );
    this.undo = { line: element("li", { class: "kept-undo" }, element("p", {}, said), undo), before };
    this.parts.status.textContent = said;
  }
}
