/** @typedef {Record<string, string>} Values the form's fields by name */

/** What no storage would take, for as long as the tab lives. @type {Map<string, Values>} */
const held = new Map();

/** A draft on this device. Its name follows from the link, and says nothing without it. */
export class Draft {
  /** @param {string} key its name: see `draftName` in viewer/keys.js */
  constructor(key) {
    this.key = key;
    /** Whether the device keeps it, as far as anybody knows. */
    this.lasting = true;
  }

  /** @returns {Values} */
  load() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "null");
      if (kept) return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === "string"));
    } catch {
      // Refused, or not what was written.
    }
    return held.get(this.key) ?? {};
  }

  /** @param {Values} values */
  save(values) {
    held.set(this.key, values);
    try {
      localStorage.setItem(this.key, JSON.stringify(values));
      this.lasting = true;
    } catch {
      this.lasting = false;
    }
  }

  forget() {
    held.delete(this.key);
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Where nothing can be written, nothing was.
    }
  }
}
