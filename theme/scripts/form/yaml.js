/** @typedef {import("./entry.js").Entry} Entry */

/**
 * A text as YAML reads it back, whatever it is: a JSON string is a YAML one, except where JSON leaves something out that
 * `plainLine` has taken away already.
 *
 * @param {string} text
 */
function quoted(text) {
  return JSON.stringify(text);
}

/**
 * The file that a school saves in toolbox/local/. Who suggests it and why stand in comments: they are for people.
 *
 * @param {Entry} entry
 * @param {{ by: string, why: string }} labels
 * @returns {string}
 */
export function writeYaml(entry, labels) {
  const lines = [];
  if (entry.author) lines.push(`# ${labels.by} ${entry.author}`);
  if (entry.why) lines.push(`# ${labels.why} ${entry.why}`);
  lines.push("moves:", `  - id: ${entry.id}`);
  if (entry.home === "element") lines.push(`    element: ${entry.element}`, `    level: ${entry.level}`);
  if (entry.home === "progression") lines.push(`    progression: ${entry.progression}`, `    group: ${quoted(entry.group)}`);
  lines.push(
    `    text: ${quoted(entry.text)}`,
    "    see:",
    ...entry.see.map((phrase) => `      - ${quoted(phrase)}`),
    `    works_when: ${quoted(entry.works_when)}`,
    "    keywords:",
    ...entry.keywords.map((word) => `      - ${quoted(word)}`),
  );
  if (entry.related.length) lines.push(`    related: [${entry.related.join(", ")}]`);
  lines.push(`    who: ${entry.who}`);
  return `${lines.join("\n")}\n`;
}
