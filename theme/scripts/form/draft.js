const KEY = "waypost-new-move";

/** @typedef {{ typed: Record<string, string>, related: string[] }} Draft */

/** @type {string | null} what the device had when this tab last read or wrote it */
let known = null;

/** @param {Draft} draft @returns {boolean} whether nothing was written; who does a move is always chosen */
export function isBlank({ typed, related }) {
  return !related.length && Object.entries(typed).every(([name, value]) => !value || name === "who");
}

/** @returns {Draft} what this device has kept of a move that was being written */
export function readDraft() {
  try {
    known = localStorage.getItem(KEY);
    const kept = JSON.parse(known ?? "null");
    const texts = Object.entries(kept?.typed ?? {}).filter(([, value]) => typeof value === "string");
    const related = Array.isArray(kept?.related) ? kept.related : [];
    return { typed: Object.fromEntries(texts), related: related.filter((/** @type {unknown} */ id) => typeof id === "string") };
  } catch {
    return { typed: {}, related: [] };
  }
}

/**
 * An empty draft takes the place of what this tab has read or written itself, and of nothing that another has since.
 *
 * @param {Draft} draft
 */
export function keepDraft(draft) {
  try {
    const text = isBlank(draft) ? null : JSON.stringify(draft);
    if (text === null && localStorage.getItem(KEY) !== known) return;
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
    known = text;
  } catch {
    // Full or refused: what is in the form stays as long as the page.
  }
}

/** @param {() => void} watcher called when another tab may have kept something */
export function watchDraft(watcher) {
  window.addEventListener("storage", ({ key }) => (key === KEY || key === null) && watcher());
  // A page that comes back by the back button has slept through it.
  window.addEventListener("pageshow", ({ persisted }) => persisted && watcher());
}
