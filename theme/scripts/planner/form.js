/**
 * @typedef {import("../keeping/sheet.js").Form} Form
 * @typedef {import("../keeping/sheet.js").Field} Field
 */

export const STATUSES = ["in-talks", "decided", "under-way", "in-place"];
export const YEARS = ["0", "1", "2", "3"];

/** @type {Record<string, Field[]>} */
const FIELDS = {
  decision: [
    { id: "status", kind: "choice", values: STATUSES },
    { id: "year", kind: "choice", values: YEARS },
    { id: "owner", kind: "line" },
    { id: "notes", kind: "text" },
  ],
  look: [
    { id: "watched", kind: "choice", values: ["yes"] },
    { id: "cadence", kind: "line" },
    { id: "notes", kind: "text" },
  ],
};

/**
 * @param {{ id: string, name: string, area: string, kind: string }[]} entries decisions, and what data to look at
 * @param {string} title
 * @returns {Form} the one sheet of which is a whole plan
 */
export function plannerForm(entries, title) {
  return {
    format: "waypost-rollout-plan",
    version: 1,
    one: "plan",
    title,
    head: [{ id: "rater", kind: "line" }],
    entries: entries.map(({ id, name, area, kind }) => ({ id, name, group: area, fields: FIELDS[kind] ?? [] })),
  };
}
