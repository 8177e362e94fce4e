/**
 * The opened media of what is on the screen, as `blob:` addresses. Cleared when it leaves, so that a long
 * visit does not fill a phone's memory.
 *
 * @typedef {(done: number) => void} Progress
 */
const AT_ONCE = 3;

export class Shelf {
  /** @param {import("./vault.js").Vault} vault */
  constructor(vault) {
    this.vault = vault;
    /** @type {Map<string, Promise<string>>} */
    this.addresses = new Map();
    this.leaving = new AbortController();
    this.busy = 0;
    /** @type {(() => void)[]} */
    this.waiting = [];
  }

  /**
   * @param {string} token
   * @param {Progress} [onProgress]
   * @returns {Promise<string>} a `blob:` address
   * @throws {import("./trouble.js").Trouble} every time anew: a later try may succeed
   */
  open(token, onProgress) {
    let address = this.addresses.get(token);
    if (!address) {
      address = this.read(token, onProgress, this.leaving.signal);
      this.addresses.set(token, address);
      address.catch(() => this.addresses.delete(token));
    }
    return address;
  }

  /**
   * A few at a time, in the order asked for: the first picture is whole before the tenth has begun.
   *
   * @param {string} token
   * @param {Progress | undefined} onProgress
   * @param {AbortSignal} signal
   */
  async read(token, onProgress, signal) {
    if (this.busy >= AT_ONCE) await new Promise((resolve) => this.waiting.push(() => resolve(null)));
    this.busy += 1;
    try {
      signal.throwIfAborted();
      const blob = await this.vault.readMedium(token, onProgress, signal);
      signal.throwIfAborted();
      return URL.createObjectURL(blob);
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  clear() {
    this.leaving.abort();
    this.leaving = new AbortController();
    for (const address of this.addresses.values()) address.then(URL.revokeObjectURL, () => {});
    this.addresses.clear();
  }
}
