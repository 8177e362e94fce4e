import { Trouble } from "./trouble.js";

/**
 * What a person fills in: one sheet of named fields, and of entries with fields of their own. Every value is text; where
 * nothing was written it is empty, and never left out, so that two equal sheets are equal as data.
 *
 * @typedef {{ id: string, kind: "line" | "text" | "day" }} Written
 * @typedef {{ id: string, kind: "choice", values: string[] }} Choice `values` without the empty one
 * @typedef {Written | Choice} Field
 * @typedef {{ id: string, name: string, group: string, fields: Field[] }} Entry `group` is a heading, or empty
 * @typedef {{ head: Record<string, string>, entries: Record<string, Record<string, string>> }} Sheet
 */

/**
 * What a page keeps. `format` names its files; `one` is what a sheet is called in them.
 *
 * @typedef {{ format: string, version: number, one: string, title: string, head: Field[], entries: Entry[] }} Form
 */

/**
 * @param {Form} form
 * @returns {Sheet} with nothing written in it
 */
export function blankSheet(form) {
  return {
    head: Object.fromEntries(form.head.map(({ id }) => [id, ""])),
    entries: Object.fromEntries(
      form.entries.map((entry) => [entry.id, Object.fromEntries(entry.fields.map(({ id }) => [id, ""]))]),
    ),
  };
}

/**
 * @param {Sheet} sheet
 * @param {string[]} [heads] the fields of its head that count; all without them
 */
export function isBlank({ head, entries }, heads = Object.keys(head)) {
  return heads.every((id) => !head[id]) && Object.values(entries).every(isBlankEntry);
}

/** @param {Record<string, string>} entry */
export function isBlankEntry(entry) {
  return Object.values(entry).every((value) => !value);
}

/**
 * @param {Field} field
 * @param {unknown} value
 * @param {import("./trouble.js").Place} place where it stands
 * @returns {string}
 * @throws {Trouble} where it is no value of this field
 */
export function readValue(field, value, place) {
  if (value === undefined || value === "") return "";
  if (typeof value !== "string") throw new Trouble("value", { ...place, field: field.id, value: String(value) });
  if (field.kind === "choice") {
    const chosen = value.trim().toLowerCase();
    if (chosen && !field.values.includes(chosen))
      throw new Trouble("choice", { ...place, field: field.id, value, allowed: field.values.join(", ") });
    return chosen;
  }
  if (field.kind === "day" && !isDay(value)) throw new Trouble("day", { ...place, field: field.id, value });
  return value;
}

/**
 * As `readValue`, from what a device has kept: a day that is none is not worth the sheet around it.
 *
 * @type {typeof readValue}
 */
export function readKeptValue(field, value, place) {
  return readValue(field, field.kind === "day" && !isDay(String(value)) ? "" : value, place);
}

/** Beyond it, a browser's field takes years of five digits and more. */
export const LAST_DAY = "9999-12-31";

/** @param {string} text @returns {boolean} whether it is a day that exists, as year-month-day */
export function isDay(text) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @returns {string} the day on this device's clock, as year-month-day */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
