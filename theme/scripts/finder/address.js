/** @typedef {"driver" | "element" | "level" | "who" | "model" | "phase" | "group" | "leap"} Facet */
/** @typedef {"" | "see" | "now" | "steps"} Start a place to begin with nothing to type */
/**
 * What the page shows. `at` is where one is in a start: a situation, an element and its level, a step.
 *
 * @typedef {{ typed: string, chosen: Map<Facet, string>, start: Start, at: string, open: string }} State
 */

/** @type {Facet[]} */
export const FACETS = ["driver", "element", "level", "who", "model", "phase", "group", "leap"];
const STARTS = ["see", "now", "steps"];

/** @returns {State} what the address asks for */
export function readAddress() {
  const asked = new URLSearchParams(location.search);
  /** @type {Map<Facet, string>} */
  const chosen = new Map();
  for (const facet of FACETS) {
    const value = asked.get(facet);
    if (value) chosen.set(facet, value);
  }
  let open = location.hash.slice(1);
  try {
    open = decodeURIComponent(open);
  } catch {
    // Not an anchor of ours: nothing is called that.
  }
  const start = asked.get("start") ?? "";
  return {
    typed: asked.get("q") ?? "",
    chosen,
    start: /** @type {Start} */ (STARTS.includes(start) ? start : ""),
    at: asked.get("at") ?? "",
    open,
  };
}

/**
 * @param {Start} start
 * @param {string} [at]
 * @returns {string} the link to a start, or to a place in it
 */
export function startLink(start, at = "") {
  return `?${new URLSearchParams({ start, ...(at ? { at } : {}) })}`;
}

/** @param {State} state kept in the address, so that it can be sent to somebody */
export function writeAddress({ typed, chosen, start, at, open }) {
  const asked = new URLSearchParams(start ? { start, ...(at ? { at } : {}) } : {});
  if (typed.trim()) asked.set("q", typed.trim());
  for (const facet of FACETS) {
    const value = chosen.get(facet);
    if (value) asked.set(facet, value);
  }
  const query = String(asked) && `?${asked}`;
  const hash = open ? `#${encodeURIComponent(open)}` : "";
  const address = `${location.pathname}${query}${hash}`;
  if (address === `${location.pathname}${location.search}${location.hash}`) return;
  try {
    history.replaceState(null, "", address);
  } catch {
    // A browser that is asked too often, or that refuses it for local files: the page works without.
  }
}

/**
 * @param {string} link such as `startLink` makes
 * @returns {boolean} whether the address was changed without leaving the page; the way back leads to what was before
 */
export function goTo(link) {
  try {
    history.pushState(null, "", link === "?" ? location.pathname : link);
    return true;
  } catch {
    return false;
  }
}
