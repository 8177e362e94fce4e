import { part } from "../toolbox/page.js";
import { button, element } from "../viewer/element.js";
import { saveFile } from "./files.js";
import { forgetUndo, tell } from "./notice.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("./sheet.js").Sheet} Sheet
 */

/** What stands on a page, and on its device as long as that takes it. */
export class Record {
  /**
   * @param {import("./device.js").Device} device
   * @param {Words} words
   * @param {{ order: (sheets: Sheet[]) => Sheet[], show: () => void }} page `order` makes of any sheets what may stand on it
   */
  constructor(device, words, { order, show }) {
    this.device = device;
    this.words = words;
    this.order = order;
    this.show = show;
    const { sheets, unread } = device.load();
    this.sheets = order(sheets);
    if (unread !== undefined) this.#tellUnread(unread);
    device.watch(() => {
      this.sheets = order(device.load().sheets);
      forgetUndo();
      show();
    });
  }

  /** @param {Sheet[]} sheets in the place of those that stood here */
  keep(sheets) {
    this.sheets = this.order(structuredClone(sheets));
    this.#save();
    this.show();
  }

  /** Keeps what a person has just written into `sheets`. */
  write() {
    forgetUndo();
    this.#save();
  }

  #save() {
    const place = part("device");
    const kept = this.device.save(this.sheets);
    const told = place.querySelector("[role=alert]");
    if (kept) told?.remove();
    else if (!told) place.append(element("p", { class: "form-note", role: "alert" }, this.words.say("refused")));
  }

  /** @param {string} raw */
  #tellUnread(raw) {
    const { words } = this;
    const note = element("div", { class: "form-note" }, element("p", {}, words.say("unread")));
    const row = element("p", { class: "keeping-row" });
    const file = `${words.say("file")}-unread.json`;
    const save = () => {
      saveFile(file, raw);
      tell(row, [words.say("saved-file", { file })], { words });
    };
    row.append(button(words.say("save-unread"), save, "button button-quiet"));
    note.append(row);
    part("device").append(note);
  }
}

/**
 * The fields of a sheet's head, as the page's template has them.
 *
 * @param {(field: string, value: string) => void} change
 * @returns {(sheet: Sheet) => void} what shows a sheet's in them
 */
export function wireHead(change) {
  const form = part("head");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const fields = [...form.querySelectorAll("input")].map((field) => {
    const printed = element("p", { class: "answer-printed", "aria-hidden": "true" });
    field.after(printed);
    const show = (/** @type {string} */ value) => {
      if (field.value !== value) field.value = value;
      printed.textContent = value;
    };
    field.addEventListener("input", () => {
      show(field.value);
      change(field.dataset.head ?? "", field.value);
    });
    return { name: field.dataset.head ?? "", show };
  });
  return (sheet) => {
    for (const { name, show } of fields) show(sheet.head[name] ?? "");
  };
}
