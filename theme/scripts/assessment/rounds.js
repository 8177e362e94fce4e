import { blankSheet, isBlank } from "../keeping/sheet.js";

/**
 * @typedef {import("../keeping/sheet.js").Form} Form
 * @typedef {import("../keeping/sheet.js").Sheet} Sheet
 */

/**
 * Finished rounds in their order, and after them the one that is open.
 *
 * @param {Sheet[]} sheets in any order
 * @param {Form} form
 * @param {string} today
 * @returns {Sheet[]}
 */
export function inOrder(sheets, form, today) {
  const last = sheets.at(-1);
  const open = last && !last.head.finished ? last : blankSheet(form);
  const others = sheets.filter((sheet) => sheet !== open && !isBlank(sheet));
  const finished = others.map((sheet) => (sheet.head.finished ? sheet : finish(sheet, lastDay(sheet) || today)));
  finished.sort((one, other) => Number(day(one) > day(other)) - Number(day(one) < day(other)));
  return [...finished, open];
}

/**
 * @param {Sheet[]} rounds mine, the last one open
 * @param {Sheet[]} others
 * @param {Form} form
 * @param {string} today
 * @returns {Sheet[]} mine and those of the others that are not among them
 */
export function addRounds(rounds, others, form, today) {
  const open = rounds.at(-1) ?? blankSheet(form);
  const known = new Set(rounds.map((round) => JSON.stringify(round)));
  const found = others
    .filter((sheet) => !isBlank(sheet) && !known.has(JSON.stringify(sheet)))
    .map((sheet) => (sheet.head.finished ? sheet : finish(sheet, lastDay(sheet) || today)))
    .filter((sheet) => !known.has(JSON.stringify(sheet)));
  return inOrder([...rounds.slice(0, -1), ...found, open], form, today);
}

/** @param {Sheet} sheet */
function day({ head }) {
  return head.finished ?? "";
}

/** @param {Sheet} sheet @param {string} day */
export function finish(sheet, day) {
  return { ...sheet, head: { ...sheet.head, finished: day } };
}

/** @param {Sheet} sheet @returns {string} the last day on which something in it was rated */
function lastDay(sheet) {
  return Object.values(sheet.entries)
    .map((entry) => entry.date ?? "")
    .sort()
    .at(-1) ?? "";
}

/** @param {Sheet} sheet @returns {number} how many attributes have a level */
export function countRated(sheet) {
  return Object.values(sheet.entries).filter((entry) => entry.level).length;
}
