/**
 * From the first visit on, the whole toolbox works without a network, where the browser can do that. Nothing is said
 * where it cannot (a page from a disk, a private window, an old browser): all works as before.
 *
 * @param {string} root the way up to toolbox/
 */
export async function keepForOffline(root) {
  if (!location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
  try {
    const found = await navigator.serviceWorker.register(`${root}worker.js`, { updateViaCache: "none" });
    await loaded();
    await navigator.serviceWorker.ready;
    await found.update().catch(() => {});
    found.active?.postMessage("tidy");
    await tell(found.scope);
  } catch {
    // Refused.
  }
}

/** @returns {Promise<void>} settles when the page has all its files */
function loaded() {
  return new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });
}

/** @param {string} scope says so where the toolbox is on this device */
async function tell(scope) {
  const kept = (await caches.keys()).some((name) => name.startsWith(`waypost-toolbox ${scope} `));
  const note = document.querySelector("[data-offline]");
  if (note instanceof HTMLElement) note.hidden = !kept;
}
