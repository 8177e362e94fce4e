import { element } from "../viewer/element.js";

/**
 * The way into the tray from a closed result: one quiet word.
 *
 * @param {string} id of the move
 * @param {import("../tray/tray.js").Tray} tray
 * @param {import("../viewer/words.js").Words} words
 * @returns {HTMLButtonElement}
 */
export function drawKeep(id, tray, words) {
  const made = element("button", { type: "button", class: "keep", "data-keeps": id });
  showKept(made, tray, words);
  return made;
}

/**
 * @param {Element} made by `drawKeep`
 * @param {import("../tray/tray.js").Tray} tray
 * @param {import("../viewer/words.js").Words} words
 */
export function showKept(made, tray, words) {
  const has = tray.has(made.getAttribute("data-keeps") ?? "");
  made.setAttribute("aria-pressed", String(has));
  const rest = element("span", { class: "unseen" }, ` ${words.say("keep-rest")}`);
  made.replaceChildren(words.say(has ? "kept" : "keep"), rest);
}
