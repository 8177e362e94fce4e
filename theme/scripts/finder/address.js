/** @typedef {"driver" | "element" | "level" | "model" | "who"} Facet */
/** @typedef {{ typed: string, chosen: Map<Facet, string>, open: string }} State what the page shows */

/** @type {Facet[]} */
export const FACETS = ["driver", "element", "level", "model", "who"];

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
  return { typed: asked.get("q") ?? "", chosen, open };
}

/** @param {State} state kept in the address, so that it can be sent to somebody */
export function writeAddress({ typed, chosen, open }) {
  const asked = new URLSearchParams();
  if (typed.trim()) asked.set("q", typed.trim());
  for (const facet of FACETS) {
    const value = chosen.get(facet);
    if (value) asked.set(facet, value);
  }
  const query = asked.size ? `?${asked}` : "";
  const hash = open ? `#${encodeURIComponent(open)}` : "";
  const address = `${location.pathname}${query}${hash}`;
  if (address === `${location.pathname}${location.search}${location.hash}`) return;
  try {
    history.replaceState(null, "", address);
  } catch {
    // A browser that is asked too often, or that refuses it for local files: the page works without.
  }
}
