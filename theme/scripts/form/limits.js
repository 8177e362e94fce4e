/**
 * What a field may hold, from the JSON Schema of a school's own move that came with the page.
 *
 * @typedef {object} Rule
 * @property {string} [type]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {string} [pattern]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 * @property {Rule} [items]
 * @property {Rule[]} [anyOf]
 */

/** @typedef {{ id: string, values: Record<string, string | number> }} Fault a sentence and what stands in its places */

/** @param {Rule | undefined} rule @returns {Rule} the same without the way of leaving the field out */
export function ruleOf(rule) {
  return rule?.anyOf?.find(({ type }) => type !== "null") ?? rule ?? {};
}

/** @param {string} text @returns {number} characters as the schema counts them, not units of a JavaScript string */
export function lengthOf(text) {
  return [...text].length;
}

/**
 * @param {string | string[]} value
 * @param {Rule} rule
 * @returns {Fault | undefined} the first thing that the rule refuses
 */
export function faultOf(value, rule) {
  return typeof value === "string" ? faultOfText(value, rule) : faultOfList(value, rule);
}

/** @param {string} text @param {Rule} rule @returns {Fault | undefined} */
function faultOfText(text, { minLength = 1, maxLength = Infinity, pattern }) {
  const length = lengthOf(text);
  if (!length) return { id: "empty", values: {} };
  if (length < minLength) return { id: "short", values: { length, least: minLength } };
  if (length > maxLength) return { id: "long", values: { length, most: maxLength } };
  if (pattern && !new RegExp(pattern, "u").test(text)) return { id: "id-form", values: {} };
  return undefined;
}

/** @param {string[]} list @param {Rule} rule @returns {Fault | undefined} */
function faultOfList(list, { minItems = 0, maxItems = Infinity, items = {} }) {
  if (list.length < minItems) return { id: list.length ? "few" : "none", values: { count: list.length, least: minItems } };
  if (list.length > maxItems) return { id: "many", values: { count: list.length, most: maxItems } };
  for (const item of list) {
    const fault = faultOfText(item, items);
    if (fault) return { id: `item-${fault.id}`, values: { ...fault.values, item } };
  }
  return undefined;
}
