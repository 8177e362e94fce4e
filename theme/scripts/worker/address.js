/**
 * @param {string} url
 * @returns {string[]} the addresses under which the page may be kept: what is asked for with ? or # is the same page, and
 *   some hosts leave out index.html or .html
 */
export function pathsOf(url) {
  const { origin, pathname } = new URL(url);
  const plain = origin + pathname;
  return plain.endsWith("/") ? [`${plain}index.html`] : [plain, `${plain}.html`];
}
