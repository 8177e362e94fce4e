import { writeJson, readJson } from "./json.js";
import { readKeptValue } from "./sheet.js";
import { write } from "./store.js";

/**
 * @typedef {import("./sheet.js").Form} Form
 * @typedef {import("./sheet.js").Sheet} Sheet
 */

/** What this browser keeps of one form. It may keep nothing (a private window), or be full. */
export class Device {
  /**
   * @param {string} key
   * @param {Form} form
   */
  constructor(key, form) {
    this.key = key;
    this.form = form;
    /** Whether writing would lose something that could not be read. */
    this.closed = false;
  }

  /** @returns {{ sheets: Sheet[], unread?: string }} what was kept; `unread` where it cannot be read */
  load() {
    const raw = this.#raw();
    if (!raw) return { sheets: [] };
    try {
      return { sheets: readJson(raw, this.form, readKeptValue) };
    } catch {
      // Damaged, or from a newer build: put aside before anything is written over it.
      this.closed = !write(`${this.key}-unread`, raw);
      return { sheets: [], unread: raw };
    }
  }

  #raw() {
    try {
      return localStorage.getItem(this.key);
    } catch {
      return null;
    }
  }

  /** @param {Sheet[]} sheets @returns {boolean} whether they are kept */
  save(sheets) {
    return !this.closed && write(this.key, writeJson(sheets, this.form));
  }

  /** @param {() => void} watcher called when another tab has kept something */
  watch(watcher) {
    window.addEventListener("storage", ({ key }) => {
      if (key === this.key || key === null) watcher();
    });
  }
}
