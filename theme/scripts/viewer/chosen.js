import { openVault } from "./vault.js";
import { nameOnDevice } from "./visit.js";

/** @typedef {import("./vault.js").Vault} Vault */

/**
 * @param {string} secret of the link
 * @returns {string} the language that was chosen for it on this device; empty where none was, or nothing can be kept
 */
function recallTongue(secret) {
  try {
    return localStorage.getItem(nameOnDevice("tongue", secret)) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {string} secret of the link
 * @param {string} lang
 */
export function keepTongue(secret, lang) {
  try {
    localStorage.setItem(nameOnDevice("tongue", secret), lang);
  } catch {
    // Then the next visit begins in the link's own language again.
  }
}

/**
 * What the link opens, in the language that was chosen on this device. Whatever is wrong with that one, the link's own
 * opens by itself.
 *
 * @param {import("./manifest.js").Grant} grant
 * @param {string} secret of the link
 * @param {AbortSignal} signal
 * @returns {Promise<Vault>}
 * @throws {import("./trouble.js").Trouble} `damaged`, `network`
 */
export function openChosen(grant, secret, signal) {
  const chosen = recallTongue(secret);
  const own = () => openVault(grant, signal);
  return chosen ? openVault(grant, signal, chosen).catch(own) : own();
}

/**
 * Holds what somebody typed who looks for something, while the page comes in another language.
 *
 * @param {HTMLElement} root
 * @returns {() => void} puts it back, and the focus to where the language was chosen
 */
export function holdTyped(root) {
  const field = () => /** @type {HTMLInputElement | null} */ (root.querySelector(".find-field"));
  const typed = field()?.value;
  return () => {
    const empty = field();
    if (empty && typed) {
      empty.value = typed;
      empty.dispatchEvent(new Event("input"));
    }
    /** @type {HTMLElement | null} */ (root.querySelector(".tongues [aria-current]"))?.focus({ preventScroll: true });
  };
}
