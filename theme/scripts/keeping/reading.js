import { readJson } from "./json.js";
import { readProse } from "./prose.js";
import { isTable, readTable } from "./table.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./sheet.js").Form} Form
 * @typedef {import("./sheet.js").Sheet} Sheet
 */

const LARGEST = 5_000_000;

/**
 * @param {string} text of a file in any of the three formats; what is in it decides, not its name
 * @param {Form} form
 * @returns {Sheet[]} one or more
 * @throws {Trouble}
 */
export function readSheets(text, form) {
  const content = text.replace(/^\uFEFF/, "");
  if (!content.trim()) throw new Trouble("empty");
  const sheets = readerOf(content)(content, form);
  if (!sheets.length) throw new Trouble("empty");
  return sheets;
}

/** @param {string} content @returns {(text: string, form: Form) => Sheet[]} what reads this kind of text */
function readerOf(content) {
  if (/^\s*[{[]/.test(content)) return readJson;
  return isTable(content) ? readTable : readProse;
}

/**
 * @param {File} file
 * @param {Form} form
 * @param {import("../viewer/words.js").Words} words
 * @returns {Promise<Sheet[]>}
 * @throws {Trouble}
 */
export async function readFile(file, form, words) {
  if (file.size > LARGEST) throw new Trouble("huge", { size: words.size(file.size) });
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Trouble("unreadable");
  });
  return readSheets(decode(bytes), form);
}

/** @param {ArrayBuffer} bytes */
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Trouble("letters");
  }
}
