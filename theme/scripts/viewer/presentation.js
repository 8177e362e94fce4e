import { element } from "./element.js";
import { fetchBundle, fetchPart } from "./later.js";
import { Shelf } from "./shelf.js";
import { addStep } from "./trail.js";

/**
 * @typedef {import("../presenter/main.js").Presenter} Presenter
 *
 * The page's presentation: its slides, its paper. Neither costs anything before it is asked for.
 *
 * @typedef {{ leave: () => void }} Presentation `leave` when the page goes
 */

const PATIENCE = 300;

/**
 * @param {HTMLElement} root says where the presenter lies
 * @returns {Promise<Presenter>}
 */
function fetchPresenter(root) {
  return fetchBundle(root.dataset.presenter ?? "", "waypostPresenter");
}

/**
 * @param {HTMLElement} root
 * @returns {Promise<HTMLLinkElement>} the presenter's style, in force
 */
async function wearStyle(root) {
  const href = root.dataset.presenterStyle ?? "";
  const worn = /** @type {HTMLLinkElement | null} */ (document.head.querySelector("link[data-presenter]"));
  const link = worn ?? (await fetchPart(Object.assign(document.createElement("link"), { rel: "stylesheet", href })));
  link.dataset.presenter = "";
  link.disabled = false;
  return link;
}

/**
 * @param {object} place
 * @param {HTMLElement} place.root
 * @param {HTMLElement} place.main the page, laid out
 * @param {import("./vault.js").Vault} place.vault
 * @param {string} place.secret
 * @param {() => void} place.print prints the page
 * @returns {Presentation}
 */
export function wirePresentation({ root, main, vault, secret, print }) {
  const talk = /** @type {HTMLElement | null} */ (main.querySelector("[data-talk]"));
  const actions = talk?.querySelector("[data-script]");
  if (!talk || !(actions instanceof HTMLElement)) return { leave: () => {} };
  const { manifest } = vault;
  const shelf = new Shelf(vault);
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
      const [{ present }, style] = await Promise.all([fetchPresenter(root), wearStyle(root)]);
      if (gone.signal.aborted) return;
      addStep({ slides: true });
      const talking = present({
        outline: talk,
        lang: manifest.lang,
        dir: manifest.dir,
        style: style.href,
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

  const way = () => /** @type {HTMLInputElement | null} */ (talk.querySelector("input[name=paper]:checked"))?.value ?? "outline";
  const choose = () => {
    talk.dataset.paper = way();
    const slides = ["one", "two", "six"].includes(way());
    for (const slide of talk.querySelectorAll(".slide")) slide.classList.toggle("staged", slides);
  };
  const drawCode = async () => {
    const place = /** @type {HTMLElement} */ (talk.querySelector(".sheet-code"));
    const wanted = find("code");
    if (!(wanted instanceof HTMLInputElement)) return;
    place.replaceChildren();
    if (!wanted.checked) return;
    try {
      const address = `${location.origin}${location.pathname}#${secret}`;
      const code = (await fetchPresenter(root)).drawCode(address, sentences.code ?? "", { ecc: "M", largest: 15 });
      if (!code) throw new Error("too long");
      if (wanted.checked) place.replaceChildren(code, element("p", {}, sentences.code ?? ""));
    } catch {
      wanted.checked = false;
      status.textContent = sentences["no-code"] ?? "";
    }
  };

  actions.hidden = false;
  choose();
  find("present")?.addEventListener("click", () => void start());
  find("print")?.addEventListener("click", print);
  find("code")?.addEventListener("change", () => void drawCode());
  talk.addEventListener("change", choose);
  addEventListener("popstate", stop, { signal: gone.signal });
  return {
    leave() {
      gone.abort();
      stop();
      shelf.clear();
    },
  };
}
