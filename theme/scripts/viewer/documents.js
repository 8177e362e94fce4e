import { button, element } from "./element.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./shelf.js").Shelf} Shelf
 */

const PATIENCE = 500;

/**
 * Our words in a preview: it carries the names of sentences and the numbers that belong into them.
 *
 * @param {ParentNode} place
 * @param {Words} words
 */
function sayIn(place, words) {
  for (const found of place.querySelectorAll("[data-say], [data-label]")) {
    const { say, label, ...told } = /** @type {HTMLElement} */ (found).dataset;
    const numbers = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, Number(value)]));
    if (say) found.textContent = words.say(say, numbers);
    if (label) found.setAttribute("aria-label", words.say(label, numbers));
  }
}

/**
 * A document that is opened to be read in the page, and put away again: closed, it takes no memory.
 *
 * @param {HTMLDetailsElement} look
 * @param {HTMLElement} inside
 * @param {Shelf} shelf
 * @param {Words} words
 */
function wireDocument(look, inside, shelf, words) {
  const token = inside.dataset.preview ?? "";
  const status = element("p", { class: "media-status", role: "status" });
  const end = button(words.say("look-close"), () => close(), "button button-quiet look-close");
  let reading = new AbortController();
  look.append(status);

  const close = () => {
    const summary = look.querySelector("summary");
    look.open = false;
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: "nearest" });
  };
  const empty = () => {
    reading.abort();
    inside.replaceChildren();
    end.remove();
    status.textContent = "";
    look.dataset.state = "waiting";
  };
  const open = async () => {
    reading = new AbortController();
    const { signal } = reading;
    shelf.leaving.signal.addEventListener("abort", () => reading.abort(), { once: true });
    const size = shelf.vault.manifest.media[token]?.size ?? 0;
    let done = 0;
    const say = () => (status.textContent = words.say("media-progress", { done: words.size(done), size: words.size(size) }));
    const saying = setTimeout(say, PATIENCE);
    look.dataset.state = "opening";
    try {
      const blob = await shelf.vault.readMedium(token, (now) => (done = now), signal);
      const page = document.createElement("template");
      // Authenticated, and sanitised when it was made; the page's policy lets nothing in it run or load.
      page.innerHTML = await blob.text();
      signal.throwIfAborted();
      sayIn(page.content, words);
      inside.replaceChildren(page.content);
      look.append(end);
      look.dataset.state = "ready";
      status.textContent = "";
    } catch {
      if (signal.aborted) return;
      look.dataset.state = "failed";
      status.textContent = words.say("media-failed");
    } finally {
      clearTimeout(saying);
    }
  };

  look.dataset.state = "waiting";
  look.addEventListener("toggle", () => {
    if (look.open) void open();
    else empty();
  });
}

/**
 * @param {ParentNode} page
 * @param {Shelf} shelf
 * @param {Words} words
 */
export function wireDocuments(page, shelf, words) {
  for (const inside of page.querySelectorAll("[data-preview]")) {
    const look = inside.closest("details");
    if (look) wireDocument(look, /** @type {HTMLElement} */ (inside), shelf, words);
  }
}
