import { homeName } from "../toolbox/move.js";

/** @typedef {import("./content.js").Content} Content */
/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {import("../viewer/words.js").Words} Words */

/** @param {string} text @returns {string} with every sign that Markdown would take for its own held back */
function plain(text) {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&")
    .replace(/^(\s*)([-+=])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2");
}

/** @param {string} day year-month-day @param {Words} words @returns {string} as the language writes it */
export function dayName(day, words) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString(words.locale, { dateStyle: "long" });
}

/**
 * A set as Markdown, to be put into a shared document or a calendar.
 *
 * @param {Content} content
 * @param {ReadonlyMap<string, Move>} moves by id
 * @param {{ words: Words, site: string, withNotes: boolean }} how `site` is where toolbox/ is published
 * @returns {string}
 */
export function agendaOf({ name, moves: kept }, moves, { words, site, withNotes }) {
  const lines = [`# ${plain(name || words.say("set-unnamed"))}`, ""];
  for (const [place, { id, note, tried, happened }] of kept.entries()) {
    const move = moves.get(id);
    const under = " ".repeat(String(place + 1).length + 2);
    /** @param {string} sentence @param {string} text */
    const add = (sentence, text) => {
      if (text) lines.push(...`${words.say(sentence)} ${plain(text)}`.split("\n").map((line) => `${under}${line}`.trimEnd()), "");
    };
    lines.push(`${place + 1}. **${plain(move?.text ?? words.say("gone", { id }))}**`, "");
    if (move) {
      lines.push(`${under}${plain(homeName(move))}${move.level ? `, ${words.say("level", { level: move.level })}` : ""}`, "");
      add("when-you-see", move.see[0] ?? "");
      add("works-when-line", move.works_when);
      add("next-line", move.next ?? "");
      lines.push(`${under}<${site}${move.page}>`, "");
    }
    if (!withNotes) continue;
    add("note-line", note);
    add("tried-line", tried && dayName(tried, words));
    add("happened-line", happened);
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
