const AT_ONCE = 6;
/** Names that change when their content does. */
const NAMED = /-[0-9a-f]{10}\.\w+$/;
/** An address that no page has: it stands in a cache in which all of a build is. */
const WHOLE = "?whole";

/** What is kept of the builds of one toolbox, a cache each. */
export class Store {
  /** @param {string} scope several schools can share a host: each touches what is its own */
  constructor(scope) {
    this.prefix = `waypost-toolbox ${scope} `;
    this.mark = `${scope}${WHOLE}`;
  }

  /** @returns {Promise<string[]>} the names of the caches, the newest first */
  async #names() {
    return (await caches.keys()).filter((name) => name.startsWith(this.prefix)).reverse();
  }

  /** @returns {Promise<{ name: string, cache: Cache }[]>} the caches that are whole, the newest first */
  async #whole() {
    const found = await Promise.all(
      (await this.#names()).map(async (name) => {
        const cache = await caches.open(name);
        return (await cache.match(this.mark)) ? [{ name, cache }] : [];
      }),
    );
    return found.flat();
  }

  /**
   * @param {string[]} addresses that mean the same
   * @returns {Promise<Response | undefined>} what the newest build has there, or one before it
   */
  async find(addresses) {
    for (const { cache } of await this.#whole())
      for (const address of addresses) {
        const found = await cache.match(address);
        if (found) return found;
      }
    return undefined;
  }

  /**
   * Fetches all of a build, or leaves nothing: half a build would mix versions.
   *
   * @param {string} digest of the build
   * @param {string[]} addresses
   * @throws {Error} where a file does not arrive
   */
  async bring(digest, addresses) {
    const name = `${this.prefix}${digest}`;
    const before = await this.#whole();
    const old = before.filter((each) => each.name !== name).map(({ cache }) => cache);
    // One that has come back, or was cut off, begins again: the newest stands last.
    await caches.delete(name);
    const cache = await caches.open(name);
    const waiting = [...addresses];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await cache.put(next, await fetched(next, old));
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      await cache.put(this.mark, new Response());
    } catch (error) {
      waiting.length = 0;
      await caches.delete(name);
      throw error;
    }
  }

  /**
   * Removes what is older than the newest whole build; one that is just arriving stays.
   *
   * @returns {Promise<boolean>} whether there is a whole one
   */
  async tidy() {
    const [newest] = await this.#whole();
    if (!newest) return false;
    const names = await this.#names();
    await Promise.all(names.slice(names.indexOf(newest.name) + 1).map((name) => caches.delete(name)));
    return true;
  }

  async clear() {
    await Promise.all((await this.#names()).map((name) => caches.delete(name)));
  }
}

/** @param {string} address @param {Cache[]} old @returns {Promise<Response>} */
async function fetched(address, old) {
  for (const cache of NAMED.test(address) ? old : []) {
    const found = await cache.match(address);
    if (found) return found;
  }
  // Past the browser's own store, which may hold a file of the build before.
  const response = await fetch(address, { cache: "reload" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  if (!response.redirected) return response;
  // A browser refuses to show a page whose answer was led elsewhere.
  return new Response(await response.blob(), { headers: response.headers });
}
