/**
 * What a browser keeps; one that keeps nothing (a private window), or is full, is no fault.
 *
 * @param {string} key
 * @param {string} text
 * @returns {boolean} whether it is kept
 */
export function write(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
