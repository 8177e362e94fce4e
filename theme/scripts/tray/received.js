import { button, element } from "../viewer/element.js";
import { merged } from "./content.js";
import { drawMove } from "./kept.js";
import { drawWritten } from "./note.js";

/** @typedef {import("./content.js").Content} Content */

/**
 * Shows a set that came by a link or a file, and keeps it only as its receiver decides.
 *
 * @param {HTMLElement} place
 * @param {Content} set
 * @param {object} with_
 * @param {import("./tray.js").Tray} with_.tray
 * @param {ReadonlyMap<string, import("../toolbox/move.js").Move>} with_.moves
 * @param {import("../viewer/words.js").Words} with_.words
 * @param {string} with_.root
 * @param {(said: string, before?: Content) => void} with_.onDone what was decided; `before` is what was replaced
 */
export function showReceived(place, set, { tray, moves, words, root, onDone }) {
  const title = element("h2", { class: "part-title", tabindex: "-1" }, words.say("received-title", { name: set.name || words.say("set-unnamed") }));
  const deeds = element("div", { class: "deeds" });
  const close = () => {
    place.hidden = true;
    place.replaceChildren();
  };
  const add = () => {
    const before = tray.size;
    tray.change((mine) => merged(mine, set));
    const added = tray.size - before;
    const same = set.moves.length - added;
    close();
    onDone([words.say("added", { count: added }), same ? words.say("added-same", { count: same }) : ""].filter(Boolean).join(" "));
  };
  const replace = () => {
    const before = tray.content;
    tray.keep(set);
    close();
    onDone(words.say("replaced"), before);
  };
  const look = () => {
    deeds.replaceChildren(element("p", { role: "status" }, words.say("just-looking")));
    title.focus();
    onDone("");
  };
  if (tray.size) {
    deeds.append(button(words.say("received-add"), add), button(words.say("received-replace"), replace, "button button-quiet"));
  } else deeds.append(button(words.say("received-keep"), add));
  deeds.append(button(words.say("received-look"), look, "button button-quiet"));
  const list = element("ol", { class: "received-list", role: "list" });
  for (const kept of set.moves) {
    const written = drawWritten(kept, words);
    list.append(element("li", { class: "kept", "data-received": kept.id }, ...drawMove(kept, moves.get(kept.id), words, root, "h3"), ...(written ? [written] : [])));
  }
  const cards = element("a", { href: `${root}cards.html?ids=${set.moves.map(({ id }) => id).join(",")}` }, words.say("cards-of-these"));
  place.replaceChildren(
    title,
    element("p", { class: "part-help" }, words.say(tray.size ? "received-help" : "received-help-empty", { count: set.moves.length, mine: tray.size })),
    deeds,
    list,
    element("p", {}, cards),
  );
  place.hidden = false;
  title.focus();
}
