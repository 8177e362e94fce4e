import { Trouble } from "./trouble.js";

/**
 * Asks the host for a file, and tells it no more than that.
 *
 * @param {string} address
 * @param {RequestCache} cache
 * @param {AbortSignal} [signal]
 */
export function askFor(address, cache, signal) {
  const options = { cache, credentials: /** @type {const} */ ("omit"), referrerPolicy: /** @type {const} */ ("no-referrer") };
  return fetch(address, signal ? { ...options, signal } : options);
}

/**
 * Never out of the browser's store: the grant of a link changes with each build, and ends with the link.
 *
 * @param {AbortSignal} [signal]
 */
export const askForGrant = (signal) => askFor("grant.age", "no-store", signal);

/**
 * @param {Promise<Response>} asked
 * @returns {Promise<Response | null>} null when the host has no such file
 * @throws {Trouble} `network`
 */
export async function judgeAnswer(asked) {
  const response = await asked.catch(() => null);
  if (!response) throw new Trouble("network");
  // Some hosts answer a missing file with their front page and "200 OK".
  const page = response.ok && (response.headers.get("content-type") ?? "").startsWith("text/html");
  if (page || [403, 404, 410].includes(response.status)) return null;
  if (!response.ok) throw new Trouble("network");
  return response;
}
