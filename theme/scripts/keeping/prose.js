import { readLine, readQuoted, writeLine, writeQuote } from "./escapes.js";
import { choiceName, fieldName } from "./names.js";
import { blankSheet, readValue } from "./sheet.js";
import { Trouble, checkFormat } from "./trouble.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("./sheet.js").Form} Form
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {import("./sheet.js").Field} Field
 */

/**
 * A document that a person can read and mend. At its foot stand link definitions, which Markdown does not show: they
 * say what each word of the document means, so that a page in another language can read it too.
 *
 * @param {Sheet[]} sheets
 * @param {Form} form
 * @param {Words} words
 * @param {(sheet: Sheet, number: number) => string} name of a sheet
 * @returns {string} Markdown
 */
export function writeProse(sheets, form, words, name) {
  const parts = [`# ${writeLine(form.title)}`];
  sheets.forEach((sheet, number) => {
    parts.push(`## ${writeLine(name(sheet, number + 1))}`, writeFields(form.head, sheet.head, words));
    let group = "";
    for (const entry of form.entries) {
      if (entry.group !== group) parts.push(`### ${writeLine(entry.group)}`);
      group = entry.group;
      const values = sheet.entries[entry.id] ?? {};
      parts.push(`${group ? "####" : "###"} ${writeLine(entry.name)}`, writeFields(entry.fields, values, words));
      for (const { id } of entry.fields.filter(({ kind }) => kind === "text"))
        if (values[id]) parts.push(`**${fieldName(id, words)}:**`, writeQuote(values[id]).join("\n"));
    }
  });
  parts.push([...terms(form, words)].map(([term, word]) => `[${writeLine(word)}]: #${term}`).join("\n"));
  parts.push(`[waypost]: # "${form.format} ${form.version}"`);
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/**
 * @param {Field[]} fields
 * @param {Record<string, string>} values
 * @param {Words} words
 */
function writeFields(fields, values, words) {
  return fields
    .filter(({ id, kind }) => kind === "choice" || (kind !== "text" && values[id]))
    .map(({ id, kind }) => {
      const value = kind === "choice" ? choiceName(id, values[id] ?? "", words) : (values[id] ?? "");
      return `- **${fieldName(id, words)}:** ${writeLine(value)}`;
    })
    .join("\n");
}

/**
 * @param {Form} form
 * @param {Words} words
 * @returns {Map<string, string>} the document's words, by what they mean
 */
function terms(form, words) {
  const found = new Map();
  for (const { id, name } of form.entries) found.set(`entry.${id}`, name);
  const groups = new Set(form.entries.map(({ group }) => group).filter(Boolean));
  [...groups].forEach((group, place) => found.set(`group.${place + 1}`, group));
  for (const field of [...form.head, ...form.entries.flatMap(({ fields }) => fields)]) {
    found.set(`field.${field.id}`, fieldName(field.id, words));
    if (field.kind !== "choice") continue;
    for (const value of ["", ...field.values])
      found.set(`${field.id}.${value || "none"}`, choiceName(field.id, value, words));
  }
  return found;
}

const DEFINITION = /^\[(.*)\]: #(\S*)(?: "(\S+) (\S+)")?$/;

/**
 * @param {string} text
 * @param {Form} form
 * @returns {Sheet[]}
 * @throws {Trouble}
 */
export function readProse(text, form) {
  const lines = text.split(/\r\n|\r|\n/);
  const definitions = lines.map((line) => DEFINITION.exec(line.trimEnd())).filter((found) => found !== null);
  const [, , , format = "", version] = definitions.find((found) => found[1] === "waypost" && found[3]) ?? [];
  checkFormat(format, version, form);
  /** @type {Map<string, string[]>} what a word may mean */
  const known = new Map();
  for (const [, word = "", term = ""] of definitions)
    known.set(readLine(word), [...(known.get(readLine(word)) ?? []), term]);
  const reader = new ProseReader(form, known);
  lines.forEach((line, place) => reader.read(line, place + 1));
  return reader.sheets;
}

class ProseReader {
  /**
   * @param {Form} form
   * @param {Map<string, string[]>} known
   */
  constructor(form, known) {
    this.form = form;
    this.known = known;
    /** @type {Sheet[]} */
    this.sheets = [];
    /** @type {{ fields: Field[], values: Record<string, string> } | undefined} what the next lines belong to */
    this.open = undefined;
    /** @type {string | undefined} the field whose text is being quoted */
    this.quoted = undefined;
    this.begun = false;
    /** @type {Set<unknown>} */
    this.seen = new Set();
  }

  /**
   * @param {string} line
   * @param {number} number
   */
  read(line, number) {
    const heading = /^(#{2,4}) (.*)$/.exec(line.trimEnd());
    const fact = /^(- )?\*\*(.+?):\*\*(?: (.*))?$/.exec(line.trimEnd());
    if (heading) this.readHeading(heading[1] ?? "", heading[2] ?? "", number);
    else if (!this.open || DEFINITION.test(line.trimEnd())) return;
    else if (line.startsWith(">")) this.readQuoted(line, number);
    else if (fact) this.readFact(fact[2] ?? "", fact[1] ? (fact[3] ?? "") : undefined, number);
    else if (line.trim()) throw new Trouble("stray-line", { line: number, value: line.trim() });
  }

  /**
   * @param {string} marks
   * @param {string} name
   * @param {number} line
   */
  readHeading(marks, name, line) {
    this.quoted = undefined;
    let sheet = this.sheets.at(-1);
    if (marks === "##") {
      sheet = blankSheet(this.form);
      this.sheets.push(sheet);
      this.seen.clear();
      this.open = { fields: this.form.head, values: sheet.head };
      return;
    }
    const terms = this.known.get(readLine(name)) ?? [];
    const entry = this.form.entries.find(({ id }) => terms.includes(`entry.${id}`));
    if (!entry && terms.some((term) => term.startsWith("group."))) {
      this.open = { fields: [], values: {} };
      return;
    }
    if (!entry || !sheet) throw new Trouble("unknown", { line, value: readLine(name) });
    if (this.seen.has(entry)) throw new Trouble("twice", { line, value: entry.name });
    this.seen.add(entry);
    this.open = { fields: entry.fields, values: sheet.entries[entry.id] ?? {} };
  }

  /**
   * @param {string} name
   * @param {string | undefined} written nothing where a quotation follows
   * @param {number} line
   */
  readFact(name, written, line) {
    const terms = this.known.get(readLine(name)) ?? [];
    const field = this.open?.fields.find(({ id }) => terms.includes(`field.${id}`));
    if (!field || !this.open) throw new Trouble("unknown", { line, value: name });
    if (written === undefined) {
      this.quoted = field.id;
      this.begun = false;
      return;
    }
    if (field.kind !== "choice") {
      this.open.values[field.id] = readValue(field, readLine(written), { line });
      return;
    }
    const meant = this.known.get(readLine(written))?.find((term) => term.startsWith(`${field.id}.`));
    if (!meant) throw new Trouble("choice-word", { line, field: field.id, value: readLine(written) });
    const chosen = meant.slice(field.id.length + 1);
    this.open.values[field.id] = readValue(field, chosen === "none" ? "" : chosen, { line });
  }

  /**
   * @param {string} line
   * @param {number} number
   */
  readQuoted(line, number) {
    if (!this.quoted || !this.open) throw new Trouble("stray-line", { line: number, value: line });
    const before = this.begun ? `${this.open.values[this.quoted]}\n` : "";
    this.begun = true;
    this.open.values[this.quoted] = before + readQuoted(line);
  }
}
