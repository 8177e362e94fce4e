import { blankSheet, readValue } from "./sheet.js";
import { Trouble, checkFormat } from "./trouble.js";

/**
 * @typedef {import("./sheet.js").Form} Form
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {import("./trouble.js").Place} Place
 */

/**
 * @param {Sheet[]} sheets
 * @param {Form} form
 * @returns {string}
 */
export function writeJson(sheets, { format, version }) {
  return `${JSON.stringify({ format, version, sheets }, null, 1)}\n`;
}

/**
 * @param {string} text
 * @param {Form} form
 * @param {typeof readValue} [read] what reads each value
 * @returns {Sheet[]}
 * @throws {Trouble}
 */
export function readJson(text, form, read = readValue) {
  /** @type {unknown} */
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Trouble("damaged");
  }
  const { format, version, sheets } = fields(data, {});
  checkFormat(String(format ?? ""), version, form);
  if (!Array.isArray(sheets)) throw new Trouble("damaged");
  return sheets.map((sheet, number) => readSheet(sheet, form, { sheet: number + 1 }, read));
}

/**
 * @param {unknown} data
 * @param {Form} form
 * @param {Place} at
 * @param {typeof readValue} read
 * @returns {Sheet}
 */
function readSheet(data, form, at, read) {
  const sheet = blankSheet(form);
  const given = fields(data, at);
  const head = fields(given.head ?? {}, at);
  const entries = fields(given.entries ?? {}, at);
  refuseOthers(head, form.head, at);
  refuseOthers(entries, form.entries, at);
  for (const field of form.head) sheet.head[field.id] = read(field, own(head, field.id), at);
  for (const entry of form.entries) {
    const place = { ...at, entry: entry.name };
    const values = fields(own(entries, entry.id) ?? {}, place);
    refuseOthers(values, entry.fields, place);
    sheet.entries[entry.id] = Object.fromEntries(
      entry.fields.map((field) => [field.id, read(field, own(values, field.id), place)]),
    );
  }
  return sheet;
}

/** @param {Record<string, unknown>} values @param {string} id */
function own(values, id) {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}

/**
 * @param {unknown} data
 * @param {Place} at
 * @returns {Record<string, unknown>}
 */
function fields(data, at) {
  if (data === null || typeof data !== "object" || Array.isArray(data)) throw new Trouble("damaged", at);
  return /** @type {Record<string, unknown>} */ (data);
}

/**
 * What nobody would see on the page must not vanish in it.
 *
 * @param {Record<string, unknown>} values
 * @param {{ id: string }[]} known
 * @param {Place} at
 */
function refuseOthers(values, known, at) {
  const other = Object.keys(values).find((id) => !known.some((one) => one.id === id));
  if (other !== undefined) throw new Trouble("unknown", { ...at, value: other });
}
