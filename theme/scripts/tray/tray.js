import { keptOf, readKept } from "./content.js";

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
    try {
      localStorage.setItem(KEY, JSON.stringify(content));
      this.lasting = true;
    } catch {
      this.lasting = false;
    }
    this.#tell();
  }

  /** Tries whether the device keeps anything, before somebody relies on it. */
  probe() {
    this.keep(this.content);
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
    try {
      const { name, moves } = JSON.parse(kept ?? "{}");
      this.content = { name: String(name ?? ""), moves: (moves ?? []).flatMap((/** @type {unknown} */ each) => readKept(each) ?? []) };
    } catch {
      this.content = { name: "", moves: [] };
    }
  }
}
