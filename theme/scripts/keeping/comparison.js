import { part } from "../toolbox/page.js";
import { button, element } from "../viewer/element.js";
import { difference } from "./difference.js";
import { choiceName, fieldName } from "./names.js";
import { showValue } from "./value.js";

/**
 * @typedef {import("./sheet.js").Entry} Entry
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {{ file: string, sheet: Sheet }} Column
 */

// More columns than this are too narrow for sentences: each entry then has its answers below one another.
const SIDE_BY_SIDE = 4;

/** Several sheets side by side, with a word at each row that says whether they differ. */
export class Comparison {
  /** @param {import("./exchange.js").Page} page */
  constructor(page) {
    this.page = page;
    this.section = part("comparison");
  }

  /**
   * @param {Column[]} columns
   * @param {string} title
   * @param {string} note
   * @param {(place: Element) => void} [adopt]
   */
  show(columns, title, note, adopt) {
    const { words, form } = this.page;
    const names = this.#names(columns);
    const sheets = columns.map(({ sheet }) => sheet);
    const differing = form.entries.filter((entry) => difference(entry, sheets).kind === "differs");
    const told = differing.length
      ? words.say("differ-list", { names: differing.map(({ name }) => name).join(words.say("comma")) })
      : words.say("differ-none");
    const rows = form.entries.map((entry) => this.#row(entry, sheets, names));
    const ways = element("p", { class: "keeping-row" });
    if (adopt) ways.append(button(words.say("adopt"), () => adopt(ways)));
    ways.append(button(words.say("close"), () => this.close(), "button button-quiet"));
    this.section.replaceChildren(
      element("h2", { class: "part-title", id: "comparison-title" }, title),
      element("p", { class: "comparison-told" }, told),
      ...(note ? [element("p", { class: "keeping-help" }, note)] : []),
      ...(differing.length && differing.length < rows.length ? [this.#filter(rows)] : []),
      this.#table(rows, names),
      ways,
    );
    this.section.hidden = false;
    this.section.focus();
    this.section.scrollIntoView();
  }

  close() {
    this.section.hidden = true;
    this.section.replaceChildren();
    /** @type {HTMLElement | null} */ (part("files").querySelector("[data-compare]"))?.focus();
  }

  /** @param {Column[]} columns @returns {string[]} each person's name, with the file where two have the same */
  #names(columns) {
    const people = columns.map(({ file, sheet }) => this.page.person(sheet) || file);
    return people.map((name, place) =>
      people.indexOf(name) === people.lastIndexOf(name) ? name : `${name} (${columns[place]?.file})`,
    );
  }

  /** @param {HTMLElement[]} rows */
  #filter(rows) {
    const tick = element("input", { type: "checkbox" });
    tick.addEventListener("change", () => {
      for (const row of rows) row.hidden = tick.checked && row.dataset.kind !== "differs";
    });
    return element("label", { class: "tick comparison-filter" }, tick, ` ${this.page.words.say("only-differing")}`);
  }

  /**
   * Roles stand beside the tags, because a table that is drawn as blocks is none to a screen reader.
   *
   * @param {HTMLElement[]} rows
   * @param {string[]} names
   */
  #table(rows, names) {
    const head = element("tr", { role: "row" }, element("td", { role: "cell" }));
    head.append(...names.map((name) => element("th", { scope: "col", role: "columnheader" }, name)));
    const table = element("table", { class: "comparison-table", role: "table", "aria-labelledby": "comparison-title" });
    table.classList.toggle("comparison-stacked", names.length > SIDE_BY_SIDE);
    table.append(
      element("thead", { role: "rowgroup" }, head),
      element("tbody", { role: "rowgroup" }, ...rows),
    );
    return table;
  }

  /**
   * @param {Entry} entry
   * @param {Sheet[]} sheets
   * @param {string[]} names
   */
  #row(entry, sheets, names) {
    const found = difference(entry, sheets);
    const head = element("th", { scope: "row", role: "rowheader" });
    head.append(
      element("span", { class: "comparison-entry" }, entry.name),
      element("span", { class: "comparison-mark" }, this.#mark(entry, found, sheets.length)),
    );
    const cells = sheets.map((sheet, place) => this.#cell(entry, sheet, names[place] ?? ""));
    return element("tr", { role: "row", "data-kind": found.kind, "data-entry-row": entry.id }, head, ...cells);
  }

  /**
   * @param {Entry} entry
   * @param {ReturnType<typeof difference>} found
   * @param {number} all
   */
  #mark(entry, { kind, fields, missing }, all) {
    const { words } = this.page;
    const several = entry.fields.filter((field) => field.kind === "choice" || field.kind === "line").length > 1;
    const names = fields.map((id) => fieldName(id, words)).join(words.say("comma"));
    const said = kind === "differs" && several ? words.say("row-differs-in", { fields: names }) : words.say(`row-${kind}`);
    const some = missing && (kind === "differs" || kind === "same");
    return some ? `${said}${words.say("comma")}${words.say("row-missing", { count: missing, all })}` : said;
  }

  /**
   * @param {Entry} entry
   * @param {Sheet} sheet
   * @param {string} name
   */
  #cell(entry, sheet, name) {
    const { words } = this.page;
    const values = sheet.entries[entry.id] ?? {};
    const cell = element("td", { role: "cell" }, element("span", { class: "comparison-name" }, name));
    const [first] = entry.fields;
    if (Object.values(values).every((value) => !value)) {
      const nothing = first?.kind === "choice" ? choiceName(first.id, "", words) : words.say("nothing-written");
      cell.append(element("p", { class: "missing" }, nothing));
      return cell;
    }
    for (const field of entry.fields)
      if (values[field.id] || field === first) cell.append(showValue(field, values[field.id] ?? "", words, field === first));
    return cell;
  }
}
