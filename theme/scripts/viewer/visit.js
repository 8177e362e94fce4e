import { sha256 } from "@noble/hashes/sha2.js";

const utf8 = new TextEncoder();

/**
 * @param {string} purpose
 * @param {string} secret
 * @returns {string} a name for what this device keeps of this link, that leads back to nothing
 */
export function nameOnDevice(purpose, secret) {
  const digest = sha256(utf8.encode(`waypost/1 ${purpose} ${secret}`));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {Date} now
 * @returns {string} its day where the reader is, such as 2026-03-03
 */
function dayOf(now) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * Remembers on this device the day of a visit, and the one of the visit before: whoever comes back on the same day still
 * sees what was new that morning.
 *
 * @param {string} secret of the link
 * @param {Date} now
 * @returns {string} the day of the last visit before today's; empty on the first, and where nothing can be remembered
 */
export function noteVisit(secret, now) {
  const today = dayOf(now);
  try {
    const name = nameOnDevice("visit", secret);
    const days = (localStorage.getItem(name) ?? "").match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    const before = days.filter((day) => day < today).pop() ?? "";
    localStorage.setItem(name, before ? `${before} ${today}` : today);
    return before;
  } catch {
    return "";
  }
}
