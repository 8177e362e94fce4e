import { pageData } from "../toolbox/move.js";
import { openPage, part } from "../toolbox/page.js";
import { drawBack, drawFront } from "./card.js";
import { chooseMoves } from "./choice.js";
import { fitCards } from "./fit.js";
import { ON_A_SHEET, drawPaper, takesLetter, turned } from "./paper.js";

const { words, tray } = openPage();
const { site, moves } = pageData();
const preview = part("preview");

/** @param {string} name of a group of choices @returns {string} */
const chosen = (name) => /** @type {HTMLInputElement} */ (document.querySelector(`input[name=${name}]:checked`)).value;

/** @param {string} id @param {boolean} shown @param {string} [said] */
function show(id, shown, said) {
  part(id).hidden = !shown;
  if (said !== undefined) part(id).textContent = said;
}

function draw() {
  const edge = chosen("edge") === "short" ? "short" : "long";
  const { chosen: cards, missing, fromTray } = chooseMoves(location.search, moves, tray);
  const sheets = Math.ceil(cards.length / ON_A_SHEET);
  preview.dataset.paper = chosen("paper");
  preview.dataset.edge = edge;
  show("settings", cards.length > 0);
  show("empty", !cards.length && fromTray && !missing.length);
  show("missing", missing.length > 0, words.say("missing", { ids: missing.join(", ") }));
  show("count", cards.length > 0, words.say(cards.length === 1 ? "count-one" : sheets === 1 ? "count-one-sheet" : "count", { count: cards.length, sheets }));
  preview.replaceChildren(
    ...Array.from({ length: sheets }, (_, place) => {
      const on = cards.slice(place * ON_A_SHEET, (place + 1) * ON_A_SHEET);
      const fronts = Array.from({ length: ON_A_SHEET }, (_, at) => on[at]);
      return [
        drawPaper(fronts.map((move) => move && drawFront(move, words)), words.say("front", { sheet: place + 1 }), true),
        drawPaper(turned(fronts, edge).map((move) => move && drawBack(move, words, site)), words.say("back-side", { sheet: place + 1 }), false),
      ];
    }).flat(),
  );
  scale();
  // What is measured before its letters have arrived would be measured in others.
  delete preview.dataset.ready;
  void document.fonts.ready.then(() => {
    preview.dataset.ready = String(fitCards(preview));
  });
}

/** Makes each sheet as wide as its place on the screen; on paper it has its own size. */
function scale() {
  const hold = preview.querySelector(".paper-hold");
  const paper = /** @type {HTMLElement | null} */ (preview.querySelector(".paper"));
  if (hold && paper) preview.style.setProperty("--scale", String(hold.clientWidth / paper.offsetWidth));
}

if (takesLetter(navigator.language)) /** @type {HTMLInputElement} */ (part("paper-letter")).checked = true;
part("settings").addEventListener("change", draw);
part("print").addEventListener("click", () => window.print());
tray.watch(draw);
new ResizeObserver(scale).observe(preview);
draw();
