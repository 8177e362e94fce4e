import { Words } from "../viewer/words.js";
import { Catalogue } from "./catalogue.js";
import { Finder } from "./finder.js";
import { pageMoves } from "./move.js";

/** @param {string} id @returns {HTMLElement} */
function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const root = document.documentElement;
const sentences = JSON.parse(part("waypost-words").textContent || "{}");
const field = /** @type {HTMLInputElement} */ (part("field"));
const finder = new Finder(new Catalogue(pageMoves()), new Words(root.lang, root.dir === "rtl" ? "rtl" : "ltr", sentences), {
  field,
  chips: part("chips"),
  status: part("status"),
  list: part("results"),
  before: part("before-results"),
  after: part("after-results"),
});

field.addEventListener("input", () => finder.type(field.value));
part("search").addEventListener("submit", (event) => {
  event.preventDefault();
  finder.enter();
});
part("results").addEventListener("click", (event) => {
  const deed = event.target instanceof Element ? event.target.closest(".deed") : null;
  const id = deed?.closest("li")?.id;
  if (id) finder.toggle(id);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const inside = event.target === field || (event.target instanceof Element && event.target.closest("#results"));
  if (event.key === "/" && event.target !== field) {
    field.focus();
    field.select();
  } else if (inside && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    if (event.target === field && event.key === "ArrowUp") return;
    finder.step(event.key === "ArrowDown" ? 1 : -1);
  } else return;
  event.preventDefault();
});
window.addEventListener("hashchange", () => finder.follow());
window.addEventListener("popstate", () => finder.follow());
finder.follow();
