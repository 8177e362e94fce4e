import { holdTyped, keepTongue, openChosen } from "./chosen.js";
import { wearDesign } from "./design.js";
import { awaitFaces, holdFaces, wearFaces } from "./faces.js";
import { askForGrant } from "./fetching.js";
import { draftName, grantIdentity, grantIdentityWithPassphrase } from "./keys.js";
import { readId, readLink, secretText } from "./link.js";
import { troublePage } from "./locked.js";
import { asGiven, passphrasePage } from "./passphrase.js";
import { fetchShowing, takeAhead } from "./showing.js";
import { Trouble } from "./trouble.js";
import { openGrant, openVault, readSealed } from "./vault.js";
import { noteVisit } from "./visit.js";
import { manifestWords, shellWords } from "./words.js";

/**
 * @typedef {import("./link.js").Link} Link
 * @typedef {import("./opened.js").Showing} Showing
 */

const PATIENCE = 300;
/** Milliseconds after the touch on a link: up to here a page waits for its fonts. */
const SOON = 800;

const root = /** @type {HTMLElement} */ (document.getElementById("waypost"));
const status = /** @type {HTMLElement} */ (root.querySelector(".status"));
const school = { school: root.dataset.school ?? "", contact: root.dataset.contact ?? "" };
const words = shellWords();
const closedTitle = document.title;

/** @type {import("./portfolio.js").Portfolio | null} */
let portfolio = null;
let openSecret = "";
let attempt = new AbortController();

/** @throws {Trouble} `browser` */
function checkBrowser() {
  const needed = ["DecompressionStream", "TransformStream", "IntersectionObserver", "AbortController"];
  if (!needed.every((name) => name in globalThis) || !AbortSignal.prototype.throwIfAborted) throw new Trouble("browser");
}

/**
 * @param {"opening" | "locked"} state
 * @param {...Node} content
 */
function showState(state, ...content) {
  root.dataset.waypost = state;
  root.replaceChildren(status, ...content);
  status.textContent = "";
  words.dress();
  scrollTo(0, 0);
}

/**
 * @param {HTMLElement} page
 * @param {AbortSignal} signal
 */
async function showLocked(page, signal) {
  const said = page.textContent ?? "";
  await awaitFaces(said, PATIENCE);
  if (signal.aborted) return;
  wearFaces(said);
  showState("locked", page);
  page.querySelector("input")?.focus();
}

/**
 * Says what is happening, but only when it takes long enough to be wondered at.
 *
 * @template T
 * @param {Promise<T>} work
 * @param {import("./words.js").Words} [said]
 * @returns {Promise<T>}
 */
async function narrate(work, said = words) {
  const timer = setTimeout(() => (status.textContent = said.say("opening")), PATIENCE);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    status.textContent = "";
  }
}

/** @param {import("./manifest.js").Manifest} manifest */
async function awaitFirstFaces({ name, design, pages: [{ html }] }) {
  const patience = SOON - performance.now();
  if (patience <= 0) return;
  // The theme has a say in which they are.
  const takeOff = wearDesign(design);
  const there = awaitFaces(name + html, patience);
  takeOff();
  await there;
}

/**
 * @param {import("./manifest.js").Grant} grant
 * @param {Link} link
 * @param {Promise<Showing>} showing
 * @param {AbortSignal} signal
 */
async function enter(grant, link, showing, signal) {
  let wanted = "";
  /** @param {import("./vault.js").Vault} vault @param {boolean} takeFocus */
  const show = (vault, takeFocus) => {
    const own = manifestWords(vault.manifest, words);
    own.dress();
    const speak = (/** @type {string} */ lang) => void turnTo(lang, own);
    const nameDraft = () => draftName(link.secret);
    const since = noteVisit(link.text, new Date());
    portfolio = createPortfolio({ root, status, vault, secret: link.text, words: own, since, nameDraft, speak });
    portfolio.show(takeFocus);
  };
  /** @param {string} lang @param {import("./words.js").Words} own */
  const turnTo = async (lang, own) => {
    wanted = lang;
    const vault = await narrate(openVault(grant, signal, lang), own).catch(() => null);
    if (signal.aborted || wanted !== lang) return vault?.close();
    if (!vault) {
      status.textContent = own.say("tongue-failed");
      return;
    }
    await awaitFaces(vault.manifest.pages[0].html, PATIENCE);
    if (signal.aborted || wanted !== lang) return vault.close();
    keepTongue(link.text, lang);
    const putBack = holdTyped(root);
    portfolio?.close();
    show(vault, false);
    putBack();
  };
  const open = async () => {
    const opened = await Promise.all([openChosen(grant, link.text, signal), showing]);
    await awaitFirstFaces(opened[0].manifest);
    return opened;
  };
  const [vault, { createPortfolio }] = await narrate(open());
  if (signal.aborted) return vault.close();
  openSecret = link.text;
  show(vault, link.asksPassphrase);
}

/**
 * @param {Uint8Array} sealed the grant
 * @param {Link} link
 * @param {Promise<Showing>} showing
 * @param {AbortSignal} signal
 */
function askPassphrase(sealed, link, showing, signal) {
  const id = readId(location.pathname);
  /** @param {string} phrase */
  const tryPhrase = async (phrase) => {
    const grant = await openGrant(sealed, await grantIdentityWithPassphrase(link.secret, phrase, id));
    await enter(grant, link, showing, signal);
  };
  const page = passphrasePage(words, school, status, async (typed) => {
    try {
      await tryPhrase(asGiven(typed));
      return true;
    } catch (error) {
      if (error instanceof Trouble && error.reason === "unopened") return false;
      showTrouble(error, signal);
      return true;
    }
  });
  void showLocked(page, signal);
}

/**
 * @param {unknown} error
 * @param {AbortSignal} signal
 */
function showTrouble(error, signal) {
  if (signal.aborted) return;
  leave();
  const foreseen = error instanceof Trouble;
  void showLocked(troublePage(foreseen ? error.reason : "damaged", words, school, () => void start()), signal);
  if (!foreseen) throw error;
}

function leave() {
  portfolio?.close();
  portfolio = null;
  openSecret = "";
}

/** Opens what the address says, from nothing. */
async function start() {
  attempt.abort();
  attempt = new AbortController();
  const { signal } = attempt;
  leave();
  document.title = closedTitle;
  showState("opening");
  try {
    checkBrowser();
    const ahead = takeAhead();
    const link = readLink(location.hash);
    const showing = fetchShowing(root, ahead.showing);
    // It is waited for once the link has opened.
    showing.catch(() => {});
    const sealed = await narrate(readSealed(ahead.grant ?? askForGrant(signal)));
    if (signal.aborted) return;
    if (link.asksPassphrase) askPassphrase(sealed, link, showing, signal);
    else await enter(await openGrant(sealed, grantIdentity(link.secret)), link, showing, signal);
  } catch (error) {
    showTrouble(error, signal);
  }
}

addEventListener("hashchange", () => {
  if (portfolio && secretText(location.hash) === openSecret) portfolio.show(true);
  else void start();
});
holdFaces();
void start();
