import { element } from "./element.js";
import { addStep } from "./trail.js";

/**
 * @typedef {import("../presenter/main.js").Presenter} Presenter
 * @typedef {{ href?: string, disabled: boolean }} Style of the presenter: a sheet of its own, or one inside the page
 *
 * What a presentation is given by its page.
 *
 * @typedef {object} Stagehand
 * @property {() => Promise<Pick<Presenter, "present"> & Partial<Presenter>>} fetchPresenter
 * @property {() => Promise<Style>} wearStyle the presenter's style, in force
 * @property {Pick<import("./shelf.js").Shelf, "open" | "clear">} shelf
 * @property {string} lang
 * @property {"ltr" | "rtl"} dir
 * @property {string} address of this portfolio; empty where there is none that a code could lead to
 * @property {() => void} print prints the page
 *
 * The page's presentation: its slides, its paper. Neither costs anything before it is asked for.
 *
 * @typedef {object} Presentation
 * @property {() => void} leave when the page goes
 * @property {(way?: string) => void} choose what is printed: as the reader chose, or `way`
 */

const PATIENCE = 300;

/**
 * @param {ParentNode} main the page, laid out
 * @param {Stagehand} hand
 * @returns {Presentation}
 */
export function wireTalk(main, { fetchPresenter, wearStyle, shelf, lang, dir, address, print }) {
  const talk = /** @type {HTMLElement | null} */ (main.querySelector("[data-talk]"));
  const actions = talk?.querySelector("[data-script]");
  if (!talk || !(actions instanceof HTMLElement)) return { leave: () => {}, choose: () => {} };
  const gone = new AbortController();
  const status = /** @type {HTMLElement} */ (talk.querySelector(".talk-status"));
  const find = (/** @type {string} */ act) => /** @type {HTMLElement | null} */ (talk.querySelector(`[data-act="${act}"]`));
  /** @type {Record<string, string>} */
  const sentences = JSON.parse(talk.dataset.words ?? "{}");
  let busy = false;
  /** @type {(() => void) | null} */
  let end = null;

  const stop = () => {
    const ending = end;
    end = null;
    ending?.();
  };
  const goBack = () => {
    // The step that was added for it; what listens there does the rest.
    if (end) history.back();
  };
  const start = async () => {
    if (busy || end) return;
    busy = true;
    const saying = setTimeout(() => (status.textContent = sentences.loading ?? ""), PATIENCE);
    try {
      const [{ present }, style] = await Promise.all([fetchPresenter(), wearStyle()]);
      if (gone.signal.aborted) return;
      addStep({ slides: true });
      const talking = present({
        outline: talk,
        lang,
        dir,
        style: style.href ?? "",
        open: (token) => shelf.open(token),
        onEscape: goBack,
      });
      end = () => {
        talking.leave();
        shelf.clear();
        style.disabled = true;
        find("present")?.focus();
      };
      status.textContent = "";
    } catch {
      status.textContent = sentences.failed ?? "";
    } finally {
      clearTimeout(saying);
      if (status.textContent === sentences.loading) status.textContent = "";
      busy = false;
    }
  };

  const chosen = () => /** @type {HTMLInputElement | null} */ (talk.querySelector("input[name=paper]:checked"))?.value ?? "outline";
  /** @param {string} [way] */
  const choose = (way = chosen()) => {
    talk.dataset.paper = way;
    const slides = ["one", "two", "six"].includes(way);
    for (const slide of talk.querySelectorAll(".slide")) slide.classList.toggle("staged", slides);
  };
  const drawCode = async () => {
    const place = /** @type {HTMLElement} */ (talk.querySelector(".sheet-code"));
    const wanted = find("code");
    if (!(wanted instanceof HTMLInputElement)) return;
    place.replaceChildren();
    if (!wanted.checked) return;
    try {
      const code = (await fetchPresenter()).drawCode?.(address, sentences.code ?? "", { ecc: "M", largest: 15 });
      if (!code) throw new Error("too long");
      if (wanted.checked) place.replaceChildren(code, element("p", {}, sentences.code ?? ""));
    } catch {
      wanted.checked = false;
      status.textContent = sentences["no-code"] ?? "";
    }
  };

  actions.hidden = false;
  // A code that leads nowhere is worse than none.
  if (!address) talk.querySelector(".talk-code")?.remove();
  choose();
  find("present")?.addEventListener("click", () => void start());
  find("print")?.addEventListener("click", print);
  find("code")?.addEventListener("change", () => void drawCode());
  talk.addEventListener("change", () => choose());
  addEventListener("popstate", stop, { signal: gone.signal });
  return {
    choose,
    leave() {
      gone.abort();
      stop();
      shelf.clear();
    },
  };
}
