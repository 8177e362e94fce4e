// The service worker of the toolbox. The build puts `waypostToolbox` before it: what is kept, and a digest of that.
//
// A new build brings a new worker, which fetches all of it into a cache of its own. The worker that is active answers from
// the newest cache that is whole, be it older than that cache: nobody has to wait until browsers exchange workers, which
// they may put off for minutes.
import { pathsOf } from "./address.js";
import { Store } from "./store.js";

/** @typedef {{ digest: string, files: string[] }} Kept `files` are ways from toolbox/; none: nothing is kept any more */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const kept = /** @type {{ waypostToolbox: Kept }} */ (/** @type {unknown} */ (self)).waypostToolbox;
const { scope } = worker.registration;
const OURS = [scope, new URL("../assets/waypost/", scope).href];
const store = new Store(scope);

const bring = () => store.bring(kept.digest, kept.files.map((file) => new URL(file, scope).href));

worker.addEventListener("install", (event) => {
  event.waitUntil(kept.files.length ? bring() : store.clear());
});

worker.addEventListener("activate", (event) => {
  if (!kept.files.length) event.waitUntil(worker.registration.unregister());
});

// A page asks for this when it has all that it needs: until then it may still want a file of the build before.
worker.addEventListener("message", (event) => {
  if (event.data !== "tidy" || !kept.files.length || worker.registration.installing) return;
  // Where a browser has thrown all away to make room, it is fetched again.
  event.waitUntil(keepOne());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && OURS.some((place) => request.url.startsWith(place)))
    event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  // Where a browser does not open its own store, the host may be there all the same.
  const found = await store.find(pathsOf(request.url)).catch(() => undefined);
  return found ?? fetch(request);
}

async function keepOne() {
  // A worker that waits has decided what is kept from now on; after one that keeps nothing, nothing must come back.
  if (!(await store.tidy()) && !worker.registration.waiting) await bring();
}
