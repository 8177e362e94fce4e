import { element } from "../viewer/element.js";

const TYPES = { json: "application/json", csv: "text/csv", md: "text/markdown" };

/**
 * Hands a file to the person.
 *
 * @param {string} name with .json, .csv or .md
 * @param {string} text
 */
export function saveFile(name, text) {
  const suffix = /** @type {keyof typeof TYPES} */ (name.split(".").at(-1));
  const url = URL.createObjectURL(new Blob([text], { type: `${TYPES[suffix]};charset=utf-8` }));
  const link = element("a", { href: url, download: name });
  link.click();
  // Some browsers begin to read only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * @param {boolean} several
 * @returns {Promise<File[]>} what the person chose; never settles where nothing was chosen
 */
export function chooseFiles(several) {
  const field = element("input", { type: "file", accept: ".json,.csv,.md,.markdown,.txt" });
  field.multiple = several;
  return new Promise((resolve) => {
    field.addEventListener("change", () => resolve([...(field.files ?? [])]));
    field.click();
  });
}
