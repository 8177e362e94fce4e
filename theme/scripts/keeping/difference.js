/**
 * @typedef {import("./sheet.js").Entry} Entry
 * @typedef {import("./sheet.js").Sheet} Sheet
 */

/**
 * Where sheets differ in an entry. Who wrote nothing there differs from nobody: what is missing is no answer.
 *
 * @param {Entry} entry
 * @param {Sheet[]} sheets
 * @returns {{ kind: "none" | "one" | "same" | "differs", missing: number, fields: string[] }} `fields` are those in which
 *   they differ; longer texts and days are told, and not compared
 */
export function difference(entry, sheets) {
  const compared = entry.fields.filter(({ kind }) => kind === "choice" || kind === "line").map(({ id }) => id);
  const answers = sheets
    .map((sheet) => compared.map((id) => (sheet.entries[entry.id]?.[id] ?? "").trim()))
    .filter((answer) => answer.some(Boolean));
  const fields = compared.filter((_, place) => new Set(answers.map((answer) => answer[place])).size > 1);
  const missing = sheets.length - answers.length;
  if (fields.length) return { kind: "differs", missing, fields };
  return { kind: answers.length > 1 ? "same" : answers.length ? "one" : "none", missing, fields };
}

/**
 * @param {Sheet} mine
 * @param {Sheet[]} others
 * @returns {Sheet} mine, with what all of the others who say something say alike where mine says nothing
 */
export function fillWhereAgreed(mine, others) {
  const agreed = (/** @type {string} */ own, /** @type {string[]} */ said) => {
    const different = [...new Set(said.filter(Boolean))];
    return own || (different.length === 1 ? (different[0] ?? "") : "");
  };
  const entries = Object.entries(mine.entries).map(([id, values]) => [
    id,
    Object.fromEntries(
      Object.entries(values).map(([field, own]) => [
        field,
        agreed(own, others.map((other) => other.entries[id]?.[field] ?? "")),
      ]),
    ),
  ]);
  return { head: mine.head, entries: Object.fromEntries(entries) };
}
