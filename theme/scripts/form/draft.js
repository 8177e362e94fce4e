const KEY = "waypost-new-move";

/** @typedef {{ typed: Record<string, string>, related: string[] }} Draft */

/** @returns {Draft} what this device has kept of a move that was being written */
export function readDraft() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const texts = Object.entries(kept?.typed ?? {}).filter(([, value]) => typeof value === "string");
    const related = Array.isArray(kept?.related) ? kept.related : [];
    return { typed: Object.fromEntries(texts), related: related.filter((/** @type {unknown} */ id) => typeof id === "string") };
  } catch {
    return { typed: {}, related: [] };
  }
}

/** @param {Draft} draft */
export function keepDraft(draft) {
  try {
    if (Object.values(draft.typed).some(Boolean) || draft.related.length) localStorage.setItem(KEY, JSON.stringify(draft));
    else localStorage.removeItem(KEY);
  } catch {
    // Full or refused: what is in the form stays as long as the page.
  }
}
