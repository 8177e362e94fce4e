/**
 * The opened media of what is on the screen, as `blob:` addresses. What nobody holds any more is let go, so that a
 * long visit does not fill a phone's memory.
 *
 * @typedef {(done: number) => void} Progress
 * @typedef {{ address: Promise<string>, drop: () => void }} Hold `drop` may be called again, and then does nothing
 *
 * @typedef {import("./opener.js").Placed} Placed
 * @typedef {{ placed: Promise<Placed>, address: Promise<string>, holders: number, leaving: AbortController }} Place
 */
const AT_ONCE = 3;

export class Shelf {
  /** @param {import("./vault.js").Vault} vault */
  constructor(vault) {
    this.vault = vault;
    /** @type {Map<string, Place>} */
    this.places = new Map();
    this.leaving = new AbortController();
    this.busy = 0;
    /** @type {Set<() => void>} in the order asked for */
    this.waiting = new Set();
  }

  /**
   * Holds a medium until the page is left.
   *
   * @param {string} token
   * @param {Progress} [onProgress]
   * @returns {Promise<string>} a `blob:` address
   * @throws {import("./trouble.js").Trouble} every time anew: a later try may succeed
   */
  open(token, onProgress) {
    return this.hold(token, onProgress).address;
  }

  /**
   * Holds a medium until `drop` is called, or the page is left.
   *
   * @param {string} token
   * @param {Progress} [onProgress]
   * @returns {Hold}
   */
  hold(token, onProgress) {
    const place = this.places.get(token) ?? this.begin(token, onProgress);
    place.holders += 1;
    let held = true;
    const drop = () => {
      if (!held) return;
      held = false;
      place.holders -= 1;
      if (!place.holders) this.letGo(token, place);
    };
    return { address: place.address, drop };
  }

  /**
   * @param {string} token
   * @param {Progress | undefined} onProgress
   */
  begin(token, onProgress) {
    const leaving = new AbortController();
    const placed = this.read(token, onProgress, leaving.signal);
    /** @type {Place} */
    const place = { placed, address: placed.then(({ address }) => address), holders: 0, leaving };
    this.places.set(token, place);
    place.address.catch(() => this.places.get(token) === place && this.places.delete(token));
    return place;
  }

  /**
   * @param {string} token
   * @param {Place} place
   */
  letGo(token, place) {
    if (this.places.get(token) === place) this.places.delete(token);
    place.leaving.abort();
    place.placed.then(({ drop }) => drop(), () => {});
  }

  /**
   * A few at a time, in the order asked for: the first picture is whole before the tenth has begun. What is let go
   * before its turn is never fetched.
   *
   * @param {string} token
   * @param {Progress | undefined} onProgress
   * @param {AbortSignal} signal
   */
  async read(token, onProgress, signal) {
    while (this.busy >= AT_ONCE && !signal.aborted) await this.wait(signal);
    this.busy += 1;
    try {
      signal.throwIfAborted();
      return await this.vault.placeMedium(token, onProgress, signal);
    } finally {
      this.busy -= 1;
      const [next] = this.waiting;
      next?.();
    }
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<void>} when it is its turn, or it is not wanted any more
   */
  wait(signal) {
    return new Promise((resolve) => {
      const go = () => {
        this.waiting.delete(go);
        resolve();
      };
      this.waiting.add(go);
      signal.addEventListener("abort", go, { once: true });
    });
  }

  clear() {
    this.leaving.abort();
    this.leaving = new AbortController();
    for (const [token, place] of this.places) this.letGo(token, place);
  }
}
