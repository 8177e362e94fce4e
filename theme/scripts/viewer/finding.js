import { button, element } from "./element.js";
import { fetchBundle } from "./later.js";
import { routeHash } from "./link.js";

/**
 * @typedef {import("../search/main.js").Search} Search
 * @typedef {import("../search/index.js").PlaceIndex} PlaceIndex
 * @typedef {import("../search/index.js").Found} Found
 */

/** Where the page stands among the others. */
export const FIND = "find";
const TEXTS = "_texts";
const PATIENCE = 300;
const AT_ONCE = 20;

/**
 * The page that finds words in the portfolio. What was typed stays here, in memory: neither the address nor the
 * browser's history holds it.
 *
 * @typedef {object} Finding
 * @property {import("./manifest.js").Page} page to be laid out empty
 * @property {(main: HTMLElement) => () => void} fill puts the field into the page; gives what is to be done when it goes
 * @property {(main: HTMLElement) => void} arrive puts the focus where the reader goes on
 */

/**
 * @param {object} opened
 * @param {HTMLElement} opened.root says where the script of the search lies
 * @param {import("./vault.js").Vault} opened.vault
 * @param {string} opened.secret
 * @param {import("./words.js").Words} opened.words
 * @returns {Finding}
 */
export function createFinding({ root, vault, secret, words }) {
  const { manifest } = vault;
  const page = { slug: FIND, title: words.say("find-title"), html: "" };
  let typed = "";
  let followed = "";
  let texts = Promise.resolve();
  /** @type {Promise<[Search, PlaceIndex]> | null} */
  let coming = null;
  /** @type {[Search, PlaceIndex] | null} */
  let tools = null;

  /** @param {PlaceIndex} index */
  const addTexts = async (index) => {
    if (!Object.hasOwn(manifest.media, TEXTS)) return;
    const packed = await vault.readMedium(TEXTS);
    const text = await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).text();
    await index.addTexts(JSON.parse(text));
  };
  /** @returns {Promise<[Search, PlaceIndex]>} */
  const prepare = async () => {
    /** @type {Search} */
    const search = await fetchBundle(root.dataset.search ?? "", "waypostSearch");
    const index = new search.PlaceIndex(search.readPlaces(manifest.pages));
    // What cannot be had is left out.
    texts = addTexts(index).catch(() => {});
    return [search, index];
  };

  /** @type {Finding["fill"]} */
  const fill = (main) => {
    const field = element("input", { type: "search", id: "find-field", class: "find-field", autocomplete: "off", spellcheck: "false", enterkeyhint: "search", dir: "auto", "aria-describedby": "find-help" });
    const status = element("p", { class: "find-status", role: "status" });
    const list = element("ol", { class: "find-list", role: "list" });
    const more = button("", () => show(AT_ONCE, Infinity), "button button-quiet");
    const form = element(
      "form",
      { class: "find-form", role: "search" },
      element("label", { class: "title-words", for: "find-field" }, page.title),
      field,
      element("p", { class: "find-help", id: "find-help" }, words.say("find-help")),
    );
    // The heading is the field's label, so that nothing is said twice.
    main.append(element("h2", { class: "find-head" }), form, status, list, more);
    main.querySelector(".find-head")?.append(/** @type {Node} */ (form.firstChild));
    let gone = false;
    /** @type {Found | null} */
    let found = null;

    /** @param {number} from @param {number} until */
    const show = (from, until) => {
      if (!tools || !found) return;
      const [search] = tools;
      const drawn = found.results(from, until).map((each) => search.drawResult(each, (slug, id) => routeHash(secret, slug, id), words));
      list.append(...drawn);
      const left = Math.max(0, found.count - until);
      more.hidden = left === 0;
      more.textContent = words.say("find-more", { count: left });
      if (from) drawn[0]?.querySelector("a")?.focus();
    };
    const answer = () => {
      typed = field.value;
      list.replaceChildren();
      more.hidden = true;
      if (!tools) return;
      const asked = typed.trim();
      found = asked ? tools[1].find(asked) : null;
      const sentence = !found?.count ? "find-nothing" : found.whole ? "find-count" : "find-some";
      status.textContent = found ? words.say(sentence, { count: found.count, typed: asked }) : "";
      if (found?.count) show(0, AT_ONCE);
    };
    // What documents say comes after what pages say; a reader who has gone on to what was found is not disturbed.
    const addLate = async () => {
      await texts;
      if (!gone && typed && document.activeElement === field) answer();
    };
    const start = async () => {
      const saying = setTimeout(() => (status.textContent = words.say("find-loading")), PATIENCE);
      try {
        coming ??= prepare();
        tools = await coming;
        clearTimeout(saying);
        if (!gone) answer();
        await addLate();
      } catch {
        coming = null;
        clearTimeout(saying);
        if (!gone) status.replaceChildren(words.say("find-failed"), " ", button(words.say("try-again"), () => void start(), "button button-quiet"));
      }
    };

    field.value = typed;
    more.hidden = true;
    field.addEventListener("input", answer);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      // On a phone the keys lie over what was found.
      if (matchMedia("(pointer: coarse)").matches) field.blur();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !field.value) return;
      event.preventDefault();
      field.value = "";
      answer();
    });
    list.addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest("a");
      if (link) followed = link.hash;
    });
    // Whoever comes back finds everything as it was, at once, so that the page can be as far down as it was.
    if (tools) {
      answer();
      void addLate();
    } else void start();
    return () => (gone = true);
  };
  return {
    page,
    fill,
    arrive(main) {
      const last = followed ? main.querySelector(`.find-list a[href="${CSS.escape(followed)}"]`) : null;
      const goal = last ?? main.querySelector(".find-field");
      if (goal instanceof HTMLElement) goal.focus({ preventScroll: true });
      followed = "";
    },
  };
}

/**
 * @param {string} secret
 * @param {string} label
 */
export function findLink(secret, label) {
  return element("a", { href: routeHash(secret, FIND), "data-slug": FIND }, label);
}
