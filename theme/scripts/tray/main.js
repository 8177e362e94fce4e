import { pageData } from "../toolbox/move.js";
import { openPage, part, root } from "../toolbox/page.js";
import { LONGEST } from "./content.js";
import { FileProblem, LARGEST, readFile } from "./file.js";
import { readFragment } from "./link.js";
import { KeptList } from "./list.js";
import { showReceived } from "./received.js";
import { Share } from "./share.js";

/** @typedef {import("./content.js").Content} Content */

const { words, tray } = openPage();
const { site, moves } = pageData();
const byId = new Map(moves.map((move) => [move.id, move]));
const status = part("status");
const list = new KeptList(tray, byId, words, root(), { list: part("kept"), status });
const share = new Share(tray, byId, words, site);
const name = /** @type {HTMLInputElement} */ (part("name"));
name.maxLength = LONGEST.name;

function draw() {
  if (name.value !== tray.content.name) name.value = tray.content.name;
  part("set-title").textContent = tray.content.name || words.say("set-unnamed");
  part("trouble").hidden = tray.lasting;
  part("empty").hidden = tray.size > 0;
  for (const id of ["filled", "share"]) part(id).hidden = tray.size === 0 && !(id === "filled" && list.undo);
  part("own-title").hidden = part("received").hidden;
  list.draw();
  share.draw();
}

/** @param {string} said @param {Content} before what stood here until now */
function offerBack(said, before) {
  list.offerUndo(said, tray.content.moves[0]?.id, () => tray.keep(before));
  draw();
}

/** @param {string} sentence @param {Record<string, string | number>} [values] */
function tell(sentence, values) {
  part("problem").textContent = words.say(sentence, values);
}

/** @param {Content} set that came from elsewhere; nothing is kept before the coach says so */
function receive(set) {
  tell("");
  showReceived(part("received"), set, {
    tray,
    moves: byId,
    words,
    root: root(),
    onDone: (said, before) => {
      history.replaceState(null, "");
      if (before) offerBack(said, before);
      draw();
      status.textContent = said;
      if (said) part("kept").focus();
    },
  });
  draw();
}

/** Takes the set out of the address: from then on, neither reloading nor the history brings it in by itself. */
function followAddress() {
  const { hash, pathname, search } = location;
  if (hash.length < 2 || document.getElementById(hash.slice(1))) return;
  const read = readFragment(hash);
  history.replaceState(typeof read === "string" ? null : { set: read }, "", pathname + search);
  if (typeof read === "string") tell(read);
  else receive(read);
}

/** @param {File} file */
async function takeIn(file) {
  try {
    if (file.size > LARGEST) throw new FileProblem("file-large");
    receive(readFile(await file.text()));
  } catch (error) {
    if (error instanceof FileProblem) tell(error.sentence, { file: file.name, place: error.place });
    // What a browser says of a file that it cannot read, such as one that is gone by now.
    else if (error instanceof DOMException) part("problem").textContent = `${file.name}: ${words.say("file-unopened")}`;
    else throw error;
  }
}

name.addEventListener("input", () => tray.change((content) => ({ ...content, name: name.value })));
for (const chooser of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[type=file]")))
  chooser.addEventListener("change", () => {
    const [file] = chooser.files ?? [];
    // The same file can be chosen again, once it was mended.
    if (file) void takeIn(file).finally(() => (chooser.value = ""));
  });
part("clear").addEventListener("click", () => {
  const before = tray.content;
  tray.keep({ name: "", moves: [] });
  offerBack(words.say("removed-all"), before);
  list.undo?.line.querySelector("button")?.focus();
});
window.addEventListener("hashchange", followAddress);
tray.probe();
tray.watch(draw);
draw();
const waiting = /** @type {{ set?: Content } | null} */ (history.state)?.set;
if (waiting && location.hash.length < 2) receive(waiting);
else followAddress();
