import { element } from "./element.js";

/**
 * Hands a file to the person.
 *
 * @param {string} name
 * @param {Blob} content
 */
export function saveAs(name, content) {
  const address = URL.createObjectURL(content);
  element("a", { href: address, download: name }).click();
  // Some browsers begin to read only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * @param {HTMLTextAreaElement} shown where the text stands
 * @returns {Promise<boolean>} whether it is in the clipboard; it is selected in any case
 */
export async function copyShown(shown) {
  shown.focus();
  shown.select();
  try {
    await navigator.clipboard.writeText(shown.value);
    return true;
  } catch {
    // Refused, a page on plain http, or one from a disk in an older browser.
    return document.execCommand("copy");
  }
}
