import { element } from "./element.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./shelf.js").Shelf} Shelf
 */

/**
 * The first click opens the file and saves it. After that the link is an ordinary download, for browsers
 * that want the reader's own click.
 *
 * @param {HTMLAnchorElement} link
 * @param {Shelf} shelf
 * @param {Words} words
 */
function wireDownload(link, shelf, words) {
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
    const size = words.size(medium?.size ?? 0);
    const progress = (/** @type {number} */ done) => {
      status.textContent = words.say("media-progress", { done: words.size(done), size });
    };
    link.dataset.state = "opening";
    progress(0);
    try {
      link.href = await shelf.open(token, progress);
      link.download = medium?.name ?? "";
      link.dataset.state = "ready";
      status.textContent = "";
      link.click();
    } catch {
      if (signal.aborted) return;
      link.dataset.state = "failed";
      status.textContent = words.say("media-failed");
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
