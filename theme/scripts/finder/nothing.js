import { button, element } from "../viewer/element.js";

/**
 * @param {import("../viewer/words.js").Words} words
 * @param {(() => void) | undefined} onAll what looks among all moves, where chips narrow them
 * @returns {HTMLElement} what to try where nothing was found
 */
export function drawNothing(words, onAll) {
  const nothing = element("div", { class: "nothing", role: "status" });
  nothing.append(element("p", {}, element("b", {}, words.say("nothing"))), element("p", {}, words.say("nothing-help")));
  nothing.append(element("p", {}, element("a", { href: "add.html" }, words.say("nothing-add"))));
  if (onAll) nothing.append(button(words.say("all-chips"), onAll, "button button-quiet"));
  return nothing;
}
