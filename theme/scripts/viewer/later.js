/**
 * What only some readers need comes when they ask for it.
 *
 * @template {HTMLScriptElement | HTMLLinkElement} Part
 * @param {Part} part
 * @returns {Promise<Part>} once it has come
 */
export function fetchPart(part) {
  return new Promise((resolve, reject) => {
    part.addEventListener("load", () => resolve(part), { once: true });
    part.addEventListener("error", () => reject(part.remove()), { once: true });
    document.head.append(part);
  });
}

/** @type {Map<string, Promise<any>>} */
const bundles = new Map();

/**
 * @param {string} src of a bundle
 * @param {string} name what it leaves in the window
 * @returns {Promise<any>} that; fetched once, and again where it did not come
 */
export function fetchBundle(src, name) {
  let bundle = bundles.get(name);
  if (!bundle) {
    const come = fetchPart(Object.assign(document.createElement("script"), { src }));
    // Some hosts answer a missing file with their front page and "200 OK": that loads, and leaves nothing.
    bundle = come.then(() => Reflect.get(globalThis, name) ?? Promise.reject(new Error(name)));
    bundles.set(name, bundle);
    // Another try may have a network again.
    bundle.catch(() => bundles.delete(name));
  }
  return bundle;
}
