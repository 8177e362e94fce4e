import { Decrypter } from "age-encryption";
import { createDecrypter } from "./age.js";
import { openBlob, saveContent } from "./opening.js";
import { Trouble } from "./trouble.js";

/**
 * @typedef {import("./manifest.js").BlobReference} BlobReference
 * @typedef {import("./opening.js").Watch} Watch
 *
 * What opens sealed files: on a thread of its own, so that the page scrolls on, or else on the page's.
 *
 * @typedef {object} Opener
 * @property {(reference: BlobReference, type: string, watch?: Watch) => Promise<Blob>} open
 * @property {(reference: BlobReference, type: string, watch?: Watch) => Promise<Placed>} place
 * @property {(reference: BlobReference, file: FileSystemFileHandle, watch?: Watch) => Promise<void>} save
 * @property {() => void} close
 *
 * A medium at a `blob:` address, until `drop` is called.
 *
 * @typedef {{ address: string, drop: () => void }} Placed
 *
 * What is asked of the thread; its result is a Blob, the address of one, or null for what went into a `file`.
 *
 * @typedef {{ identity: string, pool: string, reference: BlobReference, type: string, file?: FileSystemFileHandle,
 *   placed?: boolean }} Task
 * @typedef {Blob | string | null} Result
 * @typedef {{ asked: number, task: Task } | { asked: number, leave: true } | { forget: string }} Question
 *
 * @typedef {{ asked: number } & ({ done: number } | { result: Result } | { reason: import("./trouble.js").Reason })} Answer
 */

/**
 * Bytes. What is larger has a thread to itself, which holds it: when that ends, its memory is free, while a page's own
 * thread would keep a Blob until it tidies up.
 */
const LARGE = 8 << 20;

/** How often it is tried to begin a thread. */
const MOST_TRIES = 5;

/** The viewer's own script does both parts: see entry.js. */
const script = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript)?.src ?? "";

let last = { identity: "", decrypter: new Decrypter() };

/**
 * @param {Task} task
 * @param {Watch} watch
 * @returns {Promise<Result>}
 */
export async function doTask({ identity, pool, reference, type, file, placed }, watch) {
  if (last.identity !== identity) last = { identity, decrypter: createDecrypter(identity) };
  const from = { decrypter: last.decrypter, pool };
  if (file) return saveContent(from, reference, file, watch).then(() => null);
  const blob = await openBlob(from, reference, type, watch);
  return placed ? URL.createObjectURL(blob) : blob;
}

/** A thread, and what was asked of it. */
class Thread {
  /** @param {Worker} worker */
  constructor(worker) {
    this.worker = worker;
    this.count = 0;
    this.broken = false;
    /** @type {Map<number, { onProgress: Watch["onProgress"], resolve: (result: Result) => void, reject: (error: unknown) => void }>} */
    this.open = new Map();
    worker.addEventListener("message", ({ data }) => this.hear(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.end(new Error("no thread"));
    });
  }

  /** @param {Answer} answer */
  hear(answer) {
    const waiting = this.open.get(answer.asked);
    if (!waiting) {
      // It was given up while the answer was on its way.
      if ("result" in answer && typeof answer.result === "string") this.forget(answer.result);
      return;
    }
    if ("done" in answer) return waiting.onProgress?.(answer.done);
    this.open.delete(answer.asked);
    if ("reason" in answer) waiting.reject(new Trouble(answer.reason));
    else waiting.resolve(answer.result);
  }

  /**
   * @param {Task} task
   * @param {Watch} watch
   * @returns {Promise<Result>}
   */
  ask(task, { onProgress, signal }) {
    const asked = (this.count += 1);
    return new Promise((resolve, reject) => {
      signal?.addEventListener(
        "abort",
        () => {
          if (!this.open.delete(asked)) return;
          this.worker.postMessage({ asked, leave: true });
          reject(signal.reason);
        },
        { once: true },
      );
      this.open.set(asked, { onProgress, resolve, reject });
      this.worker.postMessage({ asked, task });
    });
  }

  /** @param {string} address */
  forget(address) {
    this.worker.postMessage({ forget: address });
  }

  /** @param {unknown} error */
  end(error) {
    this.broken = true;
    this.worker.terminate();
    for (const { reject } of this.open.values()) reject(error);
    this.open.clear();
  }
}

/**
 * @param {string} identity
 * @param {string} pool the whole address of the folder of sealed files
 * @returns {Opener}
 */
export function createOpener(identity, pool) {
  /** @type {Thread | null} */
  let thread = null;
  let tries = 0;

  const begin = () => {
    tries += 1;
    try {
      return new Thread(new Worker(script));
    } catch {
      return null;
    }
  };
  /**
   * @param {Omit<Task, "identity" | "pool">} wanted
   * @param {Watch} watch
   * @returns {Promise<{ result: Result, by: Thread | null }>} `by` is the thread that did it
   */
  const run = async (wanted, watch) => {
    const task = { identity, pool, ...wanted };
    watch.signal?.throwIfAborted();
    // Without a network, a thread may not begin, and later it does.
    if (!thread || (thread.broken && tries < MOST_TRIES)) thread = begin();
    const asked = thread;
    if (asked && !asked.broken) {
      try {
        return { result: await asked.ask(task, watch), by: asked };
      } catch (error) {
        if (error instanceof Trouble || watch.signal?.aborted || !asked.broken) throw error;
      }
    }
    // Some apps and hosts let no thread begin at all; then it is done here, in turns with the page.
    return { result: await doTask(task, watch), by: null };
  };

  return {
    async open(reference, type, watch = {}) {
      return /** @type {Blob} */ ((await run({ reference, type }, watch)).result);
    },
    async place(reference, type, watch = {}) {
      watch.signal?.throwIfAborted();
      const own = reference.size > LARGE ? begin() : null;
      try {
        const address = await own?.ask({ identity, pool, reference, type, placed: true }, watch);
        if (own && typeof address === "string") return { address, drop: () => own.end(null) };
      } catch (error) {
        own?.end(null);
        if (error instanceof Trouble || watch.signal?.aborted) throw error;
      }
      const { result, by } = await run({ reference, type, placed: true }, watch);
      const address = /** @type {string} */ (result);
      // Only who made an address can take it back. To make one, the page would have to wait for the browser.
      return { address, drop: () => (by ? by.forget(address) : URL.revokeObjectURL(address)) };
    },
    async save(reference, file, watch = {}) {
      await run({ reference, type: "", file }, watch);
    },
    close() {
      const ending = thread;
      thread = null;
      ending?.end(new Error("closed"));
    },
  };
}
