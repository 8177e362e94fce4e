import { fetchBundle } from "./later.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./opened.js").Showing} Showing */

/** @returns {Partial<import("./ahead.js").Ahead>} what was asked for ahead, for whoever comes first */
export function takeAhead() {
  const ahead = Reflect.get(globalThis, "waypostAhead") ?? {};
  Reflect.deleteProperty(globalThis, "waypostAhead");
  return ahead;
}

/**
 * @param {HTMLElement} root says where the script lies
 * @param {Promise<Showing>} [ahead]
 * @returns {Promise<Showing>} what shows an opened link
 * @throws {Trouble} `network`
 */
export async function fetchShowing(root, ahead) {
  const fetchNow = () => fetchBundle(root.dataset.portfolio ?? "", "waypostPortfolio");
  try {
    return await (ahead?.catch(fetchNow) ?? fetchNow());
  } catch {
    throw new Trouble("network");
  }
}
