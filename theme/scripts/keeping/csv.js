import { Trouble } from "./trouble.js";

// Excel reads UTF-8 only where this mark stands first.
const MARK = "\uFEFF";
// What a spreadsheet would run as a formula; apostrophes before it, so that each one that is added can be taken off again.
const RUNS = "\\s*[\\t\\r\\n=+\\-@＝＋－＠]";
const WOULD_RUN = new RegExp(`^'*${RUNS}`);
const GUARDED = new RegExp(`^'+${RUNS}`);

/**
 * @param {string[][]} rows
 * @returns {string} as RFC 4180 has it, with nothing that a spreadsheet would run
 */
export function writeCsv(rows) {
  return MARK + rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

/** @param {string} text */
function writeCell(text) {
  const safe = WOULD_RUN.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {string} text with commas, semicolons or tabs, as spreadsheets of different countries save it
 * @returns {{ line: number, cells: string[] }[]} the rows that are not empty, with the lines that they begin on
 * @throws {Trouble} where a quote is never closed
 */
export function readCsv(text) {
  const content = text.replace(/^\uFEFF/, "");
  const [head = ""] = content.split(/[\r\n]/, 1);
  const separator = [",", ";", "\t"].sort((one, other) => head.split(other).length - head.split(one).length)[0];
  const quoted = '"([^"]*(?:""[^"]*)*)"';
  const plain = `([^"${separator}\\r\\n][^${separator}\\r\\n]*)?`;
  const cell = new RegExp(`(?:${quoted}|${plain})(${separator}|\\r\\n|\\r|\\n|$)`, "y");
  const rows = [];
  let line = 1;
  while (cell.lastIndex < content.length) {
    const row = { line, cells: /** @type {string[]} */ ([]) };
    for (let ended = false; !ended; ) {
      const found = cell.exec(content);
      if (!found) throw new Trouble("quote", { line: row.line });
      const value = found[1]?.replaceAll('""', '"') ?? found[2] ?? "";
      row.cells.push(GUARDED.test(value) ? value.slice(1) : value);
      line += found[0].split(/\r\n|\r|\n/).length - 1;
      ended = found[3] !== separator;
    }
    if (row.cells.some(Boolean)) rows.push(row);
  }
  return rows;
}
