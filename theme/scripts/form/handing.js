import { saveAs } from "../viewer/handing.js";

/** What programs take as a whole address; beyond it some cut the end off without a word. */
const LONGEST_MAIL = 1900;

/** @param {string} name @param {string} content */
export function saveFile(name, content) {
  saveAs(name, new Blob([content], { type: "application/yaml;charset=utf-8" }));
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
