import { readCsv, writeCsv } from "./csv.js";
import { blankSheet, readValue } from "./sheet.js";
import { Trouble, checkFormat } from "./trouble.js";

/**
 * @typedef {import("./sheet.js").Form} Form
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {import("./sheet.js").Field} Field
 */

const FORMAT = "format";
const ENTRY = "entry";

/**
 * A row for each entry of each sheet. The names of columns are for programs and stay English; `name` is for readers.
 *
 * @param {Sheet[]} sheets
 * @param {Form} form
 * @returns {string} CSV
 */
export function writeTable(sheets, form) {
  const columns = fieldColumns(form);
  const head = [FORMAT, form.one, ...form.head.map(({ id }) => id), ENTRY, "name", ...columns];
  const rows = sheets.flatMap((sheet, number) =>
    form.entries.map((entry) => [
      `${form.format} ${form.version}`,
      String(number + 1),
      ...form.head.map(({ id }) => sheet.head[id] ?? ""),
      entry.id,
      entry.name,
      ...columns.map((id) => sheet.entries[entry.id]?.[id] ?? ""),
    ]),
  );
  return writeCsv([head, ...rows]);
}

/** @param {string} text @returns {boolean} whether its first line names the columns of such a table */
export function isTable(text) {
  const [head = ""] = text.trimStart().split(/[\r\n]/, 1);
  const names = head.toLowerCase().split(/[,;\t]/).map((name) => name.replaceAll('"', "").trim());
  return names.includes(FORMAT) && names.includes(ENTRY);
}

/**
 * @param {string} text CSV, as `isTable` knows it; its rows may have been sorted, or joined with those of another file
 * @param {Form} form
 * @returns {Sheet[]}
 * @throws {Trouble}
 */
export function readTable(text, form) {
  const [head, ...rows] = readCsv(text);
  const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  /** @type {Map<string, { sheet: Sheet, seen: Set<string> }>} */
  const found = new Map();
  for (const { line, cells } of rows) {
    const value = (/** @type {string} */ name) => cells[names.indexOf(name)] ?? "";
    const [format = "", version] = value(FORMAT).trim().split(" ");
    checkFormat(format, version, form);
    const heads = form.head.map((field) => [field.id, readValue(field, value(field.id), { line })]);
    const key = JSON.stringify([value(form.one), heads]);
    const { sheet, seen } = found.get(key) ?? { sheet: blankSheet(form), seen: new Set() };
    found.set(key, { sheet, seen });
    sheet.head = Object.fromEntries(heads);
    const id = value(ENTRY).trim();
    const entry = form.entries.find((one) => one.id === id);
    if (!entry) throw new Trouble("unknown", { line, value: id });
    if (seen.has(id)) throw new Trouble("twice", { line, value: entry.name });
    seen.add(id);
    sheet.entries[id] = Object.fromEntries(
      entry.fields.map((field) => [field.id, readValue(field, value(field.id), { line })]),
    );
    const stray = fieldColumns(form).find((name) => value(name) && !entry.fields.some((field) => field.id === name));
    if (stray) throw new Trouble("stray", { line, field: stray, name: entry.name });
  }
  return [...found.values()].map(({ sheet }) => sheet);
}

/** @param {Form} form @returns {string[]} the fields that any entry has, in order */
function fieldColumns(form) {
  return [...new Set(form.entries.flatMap((entry) => entry.fields.map(({ id }) => id)))];
}
