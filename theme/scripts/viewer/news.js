import { element } from "./element.js";

/** Lines that stand on the cover; more than these unfold. */
const FIRST = 5;

/**
 * The cover's part on what is new, turned to the reader's last visit. As it comes, it shows the latest for everyone; what
 * follows from a visit is in it, hidden.
 *
 * @param {ParentNode} content a page that is not shown yet
 * @param {string} since the day of the last visit, or nothing
 * @param {import("./words.js").Words} words
 */
export function tellNews(content, since, words) {
  const news = content.querySelector(".cover-new");
  const list = /** @type {HTMLElement | null} */ (news?.querySelector(".news") ?? null);
  const heading = news?.querySelector("h3");
  if (!since || !news || !list || !heading) return;
  const day = new Date(`${since}T12:00`).toLocaleDateString(words.locale, { dateStyle: "long" });
  const lines = /** @type {HTMLElement[]} */ ([...list.children]);
  const fresh = lines.filter((line) => (line.dataset.day ?? "") > since);
  if (!fresh.length) {
    heading.textContent = words.say("news-latest");
    heading.after(element("p", { class: "news-nothing" }, words.say("news-none", { day })));
    return;
  }
  heading.textContent = words.say("news-since", { day });
  const shown = showTiles(news, fresh);
  const rest = fresh.filter((line) => !shown.has(addressOf(line)));
  for (const line of rest) line.hidden = false;
  // One line alone is not worth unfolding.
  const first = rest.length > FIRST + 1 ? FIRST : rest.length;
  list.replaceChildren(...rest.slice(0, first));
  list.hidden = rest.length === 0;
  const more = /** @type {HTMLElement | null} */ (news.querySelector(".news-more"));
  if (more) more.hidden = fresh.length < lines.length;
  const folded = rest.slice(first);
  if (!folded.length) return;
  const label = words.say("news-others", { count: folded.length });
  const fold = element("details", { class: "news-fold" }, element("summary", {}, label), element("ul", { class: "news", role: "list" }, ...folded));
  list.after(fold);
  if (more) fold.append(more);
}

/** @param {Element} item */
const addressOf = (item) => item.querySelector("a")?.getAttribute("href") ?? "";

/**
 * Leaves the small pictures of what is new.
 *
 * @param {Element} news
 * @param {HTMLElement[]} fresh the lines of what is new
 * @returns {Set<string>} where those lead that are left
 */
function showTiles(news, fresh) {
  const addresses = new Set(fresh.map(addressOf));
  const tiles = /** @type {HTMLElement[]} */ ([...news.querySelectorAll(".exhibit")]);
  for (const tile of tiles) tile.hidden = !addresses.has(addressOf(tile));
  const left = tiles.filter((tile) => !tile.hidden);
  const exhibits = /** @type {HTMLElement | null} */ (news.querySelector(".exhibits"));
  if (exhibits) exhibits.hidden = left.length === 0;
  return new Set(left.map(addressOf));
}
