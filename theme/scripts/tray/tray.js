/**
 * One move that was kept, with what the coach wrote to it. Days are year-month-day.
 *
 * @typedef {{ id: string, note: string, tried: string, happened: string }} Kept
 */

/** @typedef {{ name: string, moves: Kept[] }} Content */

const KEY = "waypost-my-moves";

/**
 * The moves that a coach keeps, in their order. They stay on this device; where it keeps nothing (a private window),
 * they last as long as the page.
 */
export class Tray {
  constructor() {
    /** @type {Content} */
    this.content = read();
    /** @type {(() => void)[]} */
    this.watchers = [];
    window.addEventListener("storage", ({ key }) => {
      if (key !== KEY && key !== null) return;
      this.content = read();
      for (const watcher of this.watchers) watcher();
    });
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
    const moves = this.has(id)
      ? this.content.moves.filter((kept) => kept.id !== id)
      : [...this.content.moves, { id, note: "", tried: "", happened: "" }];
    this.keep({ ...this.content, moves });
  }

  /** @param {Content} content in the place of what was kept */
  keep(content) {
    this.content = content;
    try {
      localStorage.setItem(KEY, JSON.stringify(content));
    } catch {
      // Full or refused: what is on the page stays, and can be shared or saved as a file.
    }
    for (const watcher of this.watchers) watcher();
  }

  /** @param {() => void} watcher called after every change, here or in another tab */
  watch(watcher) {
    this.watchers.push(watcher);
  }
}

/** @returns {Content} what this device has kept, as far as it can be read */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return { name: String(kept?.name ?? ""), moves: Array.isArray(kept?.moves) ? kept.moves.flatMap(readKept) : [] };
  } catch {
    return { name: "", moves: [] };
  }
}

/** @param {unknown} each @returns {Kept[]} */
function readKept(each) {
  const { id, note, tried, happened } = /** @type {Partial<Kept>} */ (each ?? {});
  if (typeof id !== "string" || !id) return [];
  return [{ id, note: String(note ?? ""), tried: String(tried ?? ""), happened: String(happened ?? "") }];
}
