import { awaitAllFaces, releaseFaces } from "./faces.js";
import { fetchBundle, fetchPart } from "./later.js";
import { Shelf } from "./shelf.js";
import { wireTalk } from "./talk.js";

/**
 * @typedef {import("../presenter/main.js").Presenter} Presenter
 * @typedef {import("./talk.js").Presentation} Presentation
 */

/** Milliseconds that slides wait for their fonts at most. */
const FONTS = 1500;

/**
 * @param {HTMLElement} root says where the presenter's style lies
 * @returns {Promise<HTMLLinkElement>} that style, in force
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
 * The presentation of an opened link: the presenter comes from the host, pictures and films out of the vault.
 *
 * @param {object} place
 * @param {HTMLElement} place.root says where the presenter lies
 * @param {HTMLElement} place.main the page, laid out
 * @param {import("./vault.js").Vault} place.vault
 * @param {string} place.secret
 * @param {() => void} place.print prints the page
 * @returns {Presentation}
 */
export function wirePresentation({ root, main, vault, secret, print }) {
  /** @type {() => Promise<Presenter>} */
  const fetchPresenter = async () => {
    const said = main.innerHTML;
    const coming = fetchBundle(root.dataset.presenter ?? "", "waypostPresenter");
    const [presenter] = await Promise.all([coming, awaitAllFaces(said, FONTS)]);
    const present = (/** @type {Parameters<Presenter["present"]>[0]} */ talk) => {
      releaseFaces(said);
      return presenter.present(talk);
    };
    return { ...presenter, present };
  };
  return wireTalk(main, {
    fetchPresenter,
    wearStyle: () => wearStyle(root),
    shelf: new Shelf(vault),
    lang: vault.manifest.lang,
    dir: vault.manifest.dir,
    address: `${location.origin}${location.pathname}#${secret}`,
    print,
  });
}
