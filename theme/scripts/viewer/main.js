import { grantIdentity, grantIdentityWithPassphrase } from "./keys.js";
import { readId, readLink, secretText } from "./link.js";
import { troublePage } from "./locked.js";
import { asGiven, passphrasePage } from "./passphrase.js";
import { createPortfolio } from "./portfolio.js";
import { holdTyped, keepTongue, openChosen } from "./tongues.js";
import { Trouble } from "./trouble.js";
import { fetchGrant, openGrant, openVault } from "./vault.js";
import { manifestWords, shellWords } from "./words.js";

/** @typedef {import("./link.js").Link} Link */

const PATIENCE = 300;

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

/**
 * @param {import("./manifest.js").Grant} grant
 * @param {Link} link
 * @param {AbortSignal} signal
 */
async function enter(grant, link, signal) {
  let wanted = "";
  /** @param {import("./vault.js").Vault} vault @param {boolean} takeFocus */
  const show = (vault, takeFocus) => {
    const own = manifestWords(vault.manifest, words);
    own.dress();
    const speak = (/** @type {string} */ lang) => void turnTo(lang, own);
    portfolio = createPortfolio({ root, status, vault, secret: link.text, words: own, speak });
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
    keepTongue(link.text, lang);
    const putBack = holdTyped(root);
    portfolio?.close();
    show(vault, false);
    putBack();
  };
  const vault = await narrate(openChosen(grant, link.text, signal));
  if (signal.aborted) return;
  openSecret = link.text;
  show(vault, link.asksPassphrase);
}

/**
 * @param {Uint8Array} sealed the grant
 * @param {Link} link
 * @param {AbortSignal} signal
 */
function askPassphrase(sealed, link, signal) {
  const id = readId(location.pathname);
  /** @param {string} phrase */
  const tryPhrase = async (phrase) => {
    const grant = await openGrant(sealed, await grantIdentityWithPassphrase(link.secret, phrase, id));
    await enter(grant, link, signal);
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
  showState("locked", page);
  page.querySelector("input")?.focus();
}

/**
 * @param {unknown} error
 * @param {AbortSignal} signal
 */
function showTrouble(error, signal) {
  if (signal.aborted) return;
  if (!(error instanceof Trouble)) throw error;
  leave();
  showState("locked", troublePage(error.reason, words, school, () => void start()));
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
    const link = readLink(location.hash);
    const sealed = await narrate(fetchGrant(signal));
    if (signal.aborted) return;
    if (link.asksPassphrase) askPassphrase(sealed, link, signal);
    else await enter(await openGrant(sealed, grantIdentity(link.secret)), link, signal);
  } catch (error) {
    showTrouble(error, signal);
  }
}

addEventListener("hashchange", () => {
  if (portfolio && secretText(location.hash) === openSecret) portfolio.show(true);
  else void start();
});
void start();
