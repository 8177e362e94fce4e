import { element } from "./element.js";
import { isTrouble } from "./trouble.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./shelf.js").Shelf} Shelf
 */

/** Bytes. What is larger is written straight into the reader's file, where the browser can. */
const LARGE = 64 << 20;

/**
 * @param {number} size
 * @param {string} name
 * @returns {Promise<FileSystemFileHandle | null> | null} what the reader chose, null for nothing; no promise where such
 *   a file is small, or this browser does not ask
 */
function askForFile(size, name) {
  const { showSaveFilePicker } = /** @type {{ showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle> }} */ (globalThis);
  if (size < LARGE || !showSaveFilePicker) return null;
  return showSaveFilePicker({ suggestedName: name }).catch((error) => {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  });
}

/**
 * The first click opens the file and saves it. After that the link is an ordinary download, for browsers
 * that want the reader's own click.
 *
 * @param {HTMLAnchorElement} link
 * @param {Shelf} shelf
 * @param {Words} words
 */
export function wireDownload(link, shelf, words) {
  const token = link.dataset.download ?? "";
  const medium = shelf.vault.manifest.media[token];
  const status = element("span", { class: "media-status", role: "status" });
  link.href = location.hash;
  link.dataset.state = "waiting";
  link.after(" ", status);

  link.addEventListener("click", async (event) => {
    if (link.dataset.state === "ready") return;
    event.preventDefault();
    event.stopPropagation();
    if (link.dataset.state === "opening") return;
    const { signal } = shelf.leaving;
    const asked = askForFile(medium?.size ?? 0, medium?.name ?? "");
    const size = words.size(medium?.size ?? 0);
    const progress = (/** @type {number} */ done) => {
      status.textContent = words.say("media-progress", { done: words.size(done), size });
    };
    link.dataset.state = "opening";
    try {
      if (asked) {
        const file = await asked;
        if (file) {
          progress(0);
          await shelf.vault.saveMedium(token, file, progress, signal);
        }
        link.dataset.state = "waiting";
        status.textContent = file ? words.say("saved") : "";
        return;
      }
      progress(0);
      link.href = await shelf.open(token, progress);
      link.download = medium?.name ?? "";
      link.dataset.state = "ready";
      status.textContent = "";
      link.click();
    } catch (error) {
      if (signal.aborted) return;
      link.dataset.state = "failed";
      status.textContent = words.say(isTrouble(error, "memory") ? "media-memory" : "media-failed");
    }
  });
}

/**
 * @param {ParentNode} page
 * @param {Shelf} shelf
 * @param {Words} words
 */
export function wireDownloads(page, shelf, words) {
  for (const link of page.querySelectorAll("a[data-download]")) {
    wireDownload(/** @type {HTMLAnchorElement} */ (link), shelf, words);
  }
}
