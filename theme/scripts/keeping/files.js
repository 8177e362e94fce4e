import { element } from "../viewer/element.js";
import { saveAs } from "../viewer/handing.js";

const TYPES = { json: "application/json", csv: "text/csv", md: "text/markdown" };

/**
 * Hands a file to the person.
 *
 * @param {string} name with .json, .csv or .md
 * @param {string} text
 */
export function saveFile(name, text) {
  const suffix = /** @type {keyof typeof TYPES} */ (name.split(".").at(-1));
  saveAs(name, new Blob([text], { type: `${TYPES[suffix]};charset=utf-8` }));
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
