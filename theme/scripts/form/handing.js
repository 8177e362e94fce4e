import { element } from "../viewer/element.js";

/** What programs take as a whole address; beyond it some cut the end off without a word. */
const LONGEST_MAIL = 1900;

/** @param {string} name @param {string} content */
export function saveFile(name, content) {
  const url = URL.createObjectURL(new Blob([content], { type: "application/yaml;charset=utf-8" }));
  element("a", { href: url, download: name }).click();
  // Some browsers begin to read only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * @param {HTMLTextAreaElement} shown where the content stands
 * @returns {Promise<boolean>} whether it is in the clipboard; it is selected in any case
 */
export async function copyShown(shown) {
  shown.focus();
  shown.select();
  try {
    await navigator.clipboard.writeText(shown.value);
    return true;
  } catch {
    // Refused, or a page from a disk in an older browser.
    return document.execCommand("copy");
  }
}

/**
 * @param {string} to an address, or nothing: then the person chooses in the mail program
 * @param {{ subject: string, greeting: string, attach: string }} said
 * @param {string} content
 * @returns {string} a mailto: address that carries the file, or asks to attach it where it is too long for that
 */
export function mailAddress(to, { subject, greeting, attach }, content) {
  const whole = address(to, subject, `${greeting}\n\n${content}`);
  return whole.length <= LONGEST_MAIL ? whole : address(to, subject, attach);
}

/** @param {string} to @param {string} subject @param {string} body */
function address(to, subject, body) {
  const lines = body.replace(/\n/g, "\r\n");
  return `mailto:${encodeURIComponent(to).replace(/%40/g, "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}

/**
 * @param {string} pattern with {name} and {content} where they belong
 * @param {string} name
 * @param {string} content
 */
export function suggestionAddress(pattern, name, content) {
  return pattern.replace(/\{(name|content)\}/g, (_, place) => encodeURIComponent(place === "name" ? name : content));
}
