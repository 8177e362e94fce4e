import { button, element } from "../viewer/element.js";

/** @typedef {import("../viewer/words.js").Words} Words */

/**
 * Says, below `place`, what has happened, in the place of what was said before. The focus goes there, so that it is read
 * out and the way back is the next key.
 *
 * @param {Element} place
 * @param {string[]} sentences
 * @param {{ words: Words, undo?: () => void }} options
 */
export function tell(place, sentences, { words, undo }) {
  document.querySelector(".notice")?.remove();
  const notice = element("div", { class: "notice", tabindex: "-1", role: "group", "aria-label": sentences.join(" ") });
  notice.append(...sentences.map((sentence) => element("p", {}, sentence)));
  if (undo)
    notice.append(
      button(words.say("undo"), () => {
        undo();
        tell(place, [words.say("undone")], { words });
      }, "button button-quiet notice-undo"),
    );
  place.after(notice);
  notice.focus();
}

/** Takes the way back out of what is said: something new was written, which it would lose. */
export function forgetUndo() {
  document.querySelector(".notice-undo")?.remove();
}

/**
 * @param {string} day as year-month-day
 * @param {Words} words
 * @returns {string} such as March 12, 2026
 */
export function showDay(day, words) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString(words.locale, { dateStyle: "long" });
}
