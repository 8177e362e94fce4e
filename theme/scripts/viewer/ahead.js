import { askForGrant } from "./fetching.js";
import { fetchBundle } from "./later.js";
import { secretText } from "./link.js";

/**
 * What every link needs, asked for while the script that opens it is still on its way. On a slow network this is the
 * length of two answers. Where it does not come, that script asks by itself.
 *
 * @typedef {object} Ahead
 * @property {Promise<Response>} grant
 * @property {Promise<import("./opened.js").Showing>} showing
 */

const { portfolio } = document.getElementById("waypost")?.dataset ?? {};
// An address without a secret opens nothing, and the host is asked for nothing.
if (portfolio && secretText(location.hash)) {
  /** @type {Ahead} */
  const ahead = { grant: askForGrant(), showing: fetchBundle(portfolio, "waypostPortfolio") };
  // Whoever takes them says what went wrong.
  for (const each of Object.values(ahead)) each.catch(() => {});
  Object.assign(globalThis, { waypostAhead: ahead });
}
