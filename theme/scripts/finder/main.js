import { pageData } from "../toolbox/move.js";
import { openPage, part } from "../toolbox/page.js";
import { Catalogue } from "./catalogue.js";
import { Finder } from "./finder.js";

const { words } = openPage();
const field = /** @type {HTMLInputElement} */ (part("field"));
const finder = new Finder(new Catalogue(pageData().moves), words, {
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
