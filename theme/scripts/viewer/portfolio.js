import { wearDesign } from "./design.js";
import { wireDocuments } from "./documents.js";
import { wireDownloads } from "./downloads.js";
import { enlargementPage, findPicture, leaveEnlargement } from "./enlargement.js";
import { createFinding, findLink } from "./finding.js";
import { leaveFilms, wireFilms } from "./films.js";
import { element } from "./element.js";
import { awaitAllFaces, settleFaces, wearFaces } from "./faces.js";
import { createFrame } from "./frame.js";
import { wireGallery } from "./gallery.js";
import { readRoute, routeHash } from "./link.js";
import { wireMotions } from "./motion.js";
import { tellNews } from "./news.js";
import { arriveAt, findElement, findPage, layPage } from "./pages.js";
import { wirePictures } from "./pictures.js";
import { wirePresentation } from "./presentation.js";
import { createPrint } from "./print.js";
import { wireReply } from "./reply.js";
import { wireDocumentPages } from "./sheets.js";
import { Shelf } from "./shelf.js";
import { addStep, followScroll, forgetStep, readStep } from "./trail.js";

/**
 * An opened portfolio on the screen.
 *
 * @typedef {object} Portfolio
 * @property {(takeFocus: boolean) => void} show what the address says
 * @property {() => void} close
 */

/** Milliseconds: first the pictures of the first page, then the fonts of those that follow. */
const FONTS = 500;

/** @param {number} top */
const scrollPage = (top) => scrollTo({ top, behavior: "instant" });

/**
 * @param {object} opened
 * @param {HTMLElement} opened.root
 * @param {HTMLElement} opened.status
 * @param {import("./vault.js").Vault} opened.vault
 * @param {string} opened.secret
 * @param {import("./words.js").Words} opened.words
 * @param {string} opened.since the day of the reader's last visit, or nothing
 * @param {() => string} opened.nameDraft the name of a draft that this device keeps for the link
 * @param {(lang: string) => void} opened.speak shows it in another language
 * @returns {Portfolio}
 */
export function createPortfolio({ root, status, vault, secret, words, since, nameDraft, speak }) {
  const { manifest } = vault;
  const closing = new AbortController();
  const { signal } = closing;
  const shelf = new Shelf(vault);
  const takeOff = wearDesign(manifest.design);
  /** @type {HTMLElement | null} */
  let enlargement = null;
  /** @type {HTMLImageElement | null} */
  let enlarged = null;
  let shownSlug = "";
  let shownHash = "";
  let leave = () => {};
  /** @type {import("./gallery.js").Gallery | null} */
  let gallery = null;

  const frame = createFrame(manifest, secret, words, {
    skip: () => (enlargement ?? frame.main).focus(),
    printPage: () => void print.printPage(),
    printAll: () => void print.printAll(),
    speak,
  });
  const { main } = frame;
  /** @param {import("./manifest.js").Page} page */
  const lay = (page) => layPage(page, manifest, secret);
  const finding = createFinding({ root, vault, secret, words });
  const print = createPrint({
    ...{ root, main, status, shelf, words, lay, signal },
    actions: /** @type {HTMLElement} */ (frame.footer.querySelector(".colophon-actions")),
    addressOf: (slug, id) => `${location.origin}${location.pathname}${routeHash(secret, slug, id)}`,
  });

  /** @param {HTMLImageElement | null} image null puts the page back */
  const enlarge = (image) => {
    if (enlargement) leaveEnlargement(enlargement);
    enlarged = image;
    enlargement = image && enlargementPage(image, shelf, words);
    main.hidden = enlargement !== null;
    root.toggleAttribute("data-picture", enlargement !== null);
    if (!enlargement) return;
    main.after(enlargement);
    scrollPage(0);
    enlargement.focus({ preventScroll: true });
  };

  /** @param {import("./manifest.js").Page} page */
  const turnTo = (page) => {
    leave();
    shelf.clear();
    wearFaces(manifest.name + page.html);
    const content = lay(page);
    const listed = content.querySelector(".cover-contents ul");
    if (listed) listed.append(element("li", { class: "cover-find", "data-script": "" }, findLink(secret, finding.page.title)));
    tellNews(content, since, words);
    const looks = wireGallery({ content, slug: page.slug, secret, shelf, words });
    gallery = looks;
    wireFilms(content, shelf, words);
    wireDownloads(content, shelf, words);
    wireDocuments(content, shelf, words);
    const pictures = wirePictures(content, shelf, words, (image) => {
      addStep({ picture: image.dataset.large ?? "" });
      enlarge(image);
    });
    wireMotions(content, shelf, words);
    wireDocumentPages(content, shelf, words, pictures);
    main.replaceChildren(content);
    const stopFinding = page === finding.page ? finding.fill(main) : () => {};
    const presentation = wirePresentation({ root, main, vault, secret, print: () => void print.printPage() });
    const reply = wireReply({ root, main, secret, nameDraft });
    leave = () => {
      pictures.drop();
      leaveFilms(main);
      presentation.leave();
      reply.leave();
      looks.leave();
      stopFinding();
    };
    pictures.watch();
    shownSlug = page.slug;
    root.dataset.page = page.slug;
    document.title = page.title === manifest.name ? manifest.name : `${page.title} · ${manifest.name}`;
  };

  /** @type {Portfolio["show"]} */
  const show = (takeFocus) => {
    const route = readRoute(location.hash);
    const page = route.slug === finding.page.slug ? finding.page : findPage(manifest, route.slug);
    const step = readStep();
    shownHash = location.hash;
    enlarge(null);
    if (page.slug !== shownSlug) turnTo(page);
    frame.point(page.slug);
    const way = gallery?.choose(route.slug === page.slug ? route.element : "") ?? false;
    settleFaces();
    const target = route.slug === page.slug && !way ? findElement(main, route.element) : null;
    // Whoever goes from one way to look to the next keeps the place and the focus.
    const held = !target && step.y === undefined && (gallery?.isHeld() ?? false);
    if (target) arriveAt(target, step.y === undefined);
    else if (page === finding.page) finding.arrive(main);
    else if (takeFocus && !held && !(way && gallery?.arrive())) arriveAt(main.querySelector("h2") ?? main, false);
    if (!held && (!target || step.y !== undefined)) scrollPage(step.y ?? 0);
    const image = findPicture(main, step.picture);
    if (image) enlarge(image);
  };

  addEventListener(
    "popstate",
    () => {
      // A new address is the business of whoever listens for it; here, only a picture opens or closes.
      if (location.hash !== shownHash) return;
      const step = readStep();
      const left = enlarged;
      enlarge(findPicture(main, step.picture));
      if (enlargement) return;
      left?.closest("button")?.focus({ preventScroll: true });
      scrollPage(step.y ?? 0);
    },
    { signal },
  );
  root.addEventListener(
    "click",
    (event) => {
      // It is wanted in another tab or window.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!(link instanceof HTMLAnchorElement) || link.getAttribute("href") !== location.hash) return;
      // The browser sees no change of address here, but the reader wants to go there.
      event.preventDefault();
      forgetStep();
      show(true);
    },
    { signal },
  );
  const fonts = setTimeout(() => void awaitAllFaces(manifest.pages.map(({ html }) => html).join(""), 0), FONTS);
  signal.addEventListener("abort", () => clearTimeout(fonts));
  followScroll(signal, () => location.hash === shownHash && !enlargement);

  root.replaceChildren(status, frame.header, main, frame.footer);
  root.dataset.audience = manifest.audience;
  root.dataset.waypost = "portfolio";

  return {
    show,
    close() {
      closing.abort();
      leave();
      frame.drop();
      takeOff();
      shelf.clear();
      vault.close();
      for (const name of ["page", "audience", "picture", "printing"]) delete root.dataset[name];
    },
  };
}
