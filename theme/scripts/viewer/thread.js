import { doTask } from "./opener.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./opener.js").Answer} Answer */

/** The other end of `opener.js`: does what is asked, several things in turns, until it is told to leave one. */
export function serveThread() {
  const page = /** @type {Worker} */ (/** @type {unknown} */ (self));
  /** @type {Map<number, AbortController>} */
  const running = new Map();
  /** @param {Answer} answer */
  const answer = (answer) => page.postMessage(answer);

  /**
   * @param {number} asked
   * @param {import("./opener.js").Task} task
   */
  const run = async (asked, task) => {
    const leaving = new AbortController();
    running.set(asked, leaving);
    try {
      const onProgress = (/** @type {number} */ done) => answer({ asked, done });
      answer({ asked, result: await doTask(task, { onProgress, signal: leaving.signal }) });
    } catch (error) {
      answer({ asked, reason: error instanceof Trouble ? error.reason : "damaged" });
    } finally {
      running.delete(asked);
    }
  };

  page.addEventListener("message", (event) => {
    const question = /** @type {import("./opener.js").Question} */ (event.data);
    if ("forget" in question) URL.revokeObjectURL(question.forget);
    else if ("task" in question) void run(question.asked, question.task);
    else running.get(question.asked)?.abort();
  });
}
