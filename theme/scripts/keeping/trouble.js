/**
 * Where in a file: a line of text, or a sheet (from 1) and the name of an entry on it.
 *
 * @typedef {{ line?: number, sheet?: number, entry?: string }} Place
 */

/** Why a file cannot be taken in. `id` and `values` make the sentence that the person reads. */
export class Trouble extends Error {
  /**
   * @param {string} id
   * @param {Place & Record<string, string | number | undefined>} [values]
   */
  constructor(id, values = {}) {
    super(id);
    this.id = id;
    this.values = values;
  }

  /**
   * @param {import("../viewer/words.js").Words} words
   * @param {string} file its name
   * @returns {string} the place, the problem and the mend
   */
  say(words, file) {
    const { line, sheet, entry, value, field, ...rest } = this.values;
    const where = [line && words.say("place-line", { line }), sheet && words.say("place-sheet", { sheet }), entry];
    const place = `${[file, ...where.filter(Boolean)].join(", ")}:`;
    const shown = String(value ?? "").slice(0, 60);
    const name = field ? words.say(`field-${field}`) || String(field) : "";
    return `${place} ${words.say(`trouble-${this.id}`, { ...rest, value: shown, field: name })}`;
  }
}

/**
 * @param {string} format as the file names it
 * @param {unknown} version
 * @param {import("./sheet.js").Form} form of the page that reads it
 * @throws {Trouble} where this page cannot read such a file
 */
export function checkFormat(format, version, form) {
  if (format !== form.format) throw new Trouble(format.startsWith("waypost-") ? "elsewhere" : "foreign");
  if (Number(version) > form.version) throw new Trouble("newer");
  if (Number(version) !== form.version) throw new Trouble("damaged");
}
