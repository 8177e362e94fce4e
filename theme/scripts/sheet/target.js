/**
 * @returns {HTMLElement | null} what the address points to
 */
export function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // Not an anchor of ours: nothing is called that.
    return null;
  }
}

/** A move that the address points to shows all that it says; the focus goes to it, so that reading goes on there. */
export function openTarget() {
  const found = target();
  const details = found?.querySelector(":scope > .move-more > details");
  if (!found || !(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  found.focus({ preventScroll: true });
  found.scrollIntoView();
}
