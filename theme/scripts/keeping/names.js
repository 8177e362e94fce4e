/** @typedef {import("../viewer/words.js").Words} Words */

/** @param {string} id @param {Words} words */
export function fieldName(id, words) {
  return words.say(`field-${id}`);
}

/** @param {string} field @param {string} value @param {Words} words */
export function choiceName(field, value, words) {
  return words.say(`${field}-${value || "none"}`);
}
