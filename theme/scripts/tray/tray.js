import { write } from "../keeping/store.js";
import { keptOf, readStored } from "./content.js";

/** @typedef {import("./content.js").Kept} Kept */
/** @typedef {import("./content.js").Content} Content */

const KEY = "waypost-my-moves";

/**
 * The moves that a coach keeps, in their order. They stay on this device; where it keeps nothing (a private window, a
 * full store), they last as long as the page, and `lasting` is false.
 */
export class Tray {
  constructor() {
    this.lasting = true;
    /** Whether writing would lose something that could not be read. */
    this.closed = false;
    /** @type {Content} */
    this.content = { name: "", moves: [] };
    /** @type {(() => void)[]} */
    this.watchers = [];
    this.#read();
    const follow = () => {
      this.#read();
      this.#tell();
    };
    window.addEventListener("storage", ({ key }) => (key === KEY || key === null) && follow());
    // A page that comes back by the back button has slept through what other tabs kept.
    window.addEventListener("pageshow", ({ persisted }) => persisted && follow());
  }

  get size() {
    return this.content.moves.length;
  }

  /** @param {string} id */
  has(id) {
    return this.content.moves.some((kept) => kept.id === id);
  }

  /** @param {string} id put at the end, or taken out where it was in already */
  toggle(id) {
    const inside = this.has(id);
    this.change(({ name, moves }) => {
      const others = moves.filter((kept) => kept.id !== id);
      return { name, moves: inside ? others : [...others, moves.find((kept) => kept.id === id) ?? keptOf(id)] };
    });
  }

  /** @param {(content: Content) => Content} how from what is kept at this moment, perhaps by another tab */
  change(how) {
    this.#read();
    this.keep(how(this.content));
  }

  /** @param {Content} content in the place of what was kept */
  keep(content) {
    this.content = content;
    this.lasting = !this.closed && write(KEY, JSON.stringify(content));
    this.#tell();
  }

  /** Tries whether the device keeps anything, before somebody relies on it: what stands there is written once more. */
  probe() {
    if (!this.lasting) return;
    this.lasting = write(KEY, localStorage.getItem(KEY) ?? JSON.stringify(this.content));
    this.#tell();
  }

  /** @param {() => void} watcher called after every change, here or in another tab */
  watch(watcher) {
    this.watchers.push(watcher);
  }

  #tell() {
    for (const watcher of this.watchers) watcher();
  }

  /** Takes over what the device has kept. What it could not keep is newer, and stays. */
  #read() {
    if (!this.lasting) return;
    let kept;
    try {
      kept = localStorage.getItem(KEY);
    } catch {
      this.lasting = false;
      return;
    }
    const text = kept ?? "{}";
    const { content, whole } = readStored(text);
    this.content = content;
    // Damaged, or from a newer build: put aside before anything is written over it.
    this.closed = !whole && !write(`${KEY}-unread`, text);
    if (this.closed) this.lasting = false;
  }
}
