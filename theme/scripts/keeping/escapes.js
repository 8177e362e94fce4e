// Punctuation that Markdown may read as more than itself.
const MARKS = /[\\`*_[\]<>&#~|$]/g;
const LIST = /^(?:[-+=]|\d+[.)])/;
// Characters that an editor may change or drop; a space only where a line begins or ends.
// eslint-disable-next-line no-control-regex
const FRAGILE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^\s|\s$/g;

/**
 * @param {string} line
 * @returns {string} Markdown that shows this line, and from which `readLine` has it back
 */
export function writeLine(line) {
  const escaped = line.replace(MARKS, "\\$&").replace(LIST, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
  return escaped.replace(FRAGILE, (character) => `&#${character.codePointAt(0)};`);
}

/**
 * @param {string} markdown
 * @returns {string}
 */
export function readLine(markdown) {
  return markdown.replace(/\\([!-/:-@[-`{-~])|&#(\d{1,7});/g, (whole, mark, code) => {
    if (mark) return mark;
    return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
  });
}

/**
 * @param {string} text of any number of lines
 * @returns {string[]} the lines of a quotation that shows it
 */
export function writeQuote(text) {
  const lines = text.split("\n").map(writeLine);
  // A line that another follows ends with Markdown's sign for that, or both would run into one.
  return lines.map((line, place) => (line ? `> ${line}${lines[place + 1] ? "\\" : ""}` : ">"));
}

/**
 * @param {string} line of a quotation
 * @returns {string} the line of text that it shows
 */
export function readQuoted(line) {
  const inside = line.replace(/^> ?/, "");
  const marks = /\\*$/.exec(inside)?.[0].length ?? 0;
  return readLine(marks % 2 ? inside.slice(0, -1) : inside);
}
