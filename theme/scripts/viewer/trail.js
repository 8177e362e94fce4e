/**
 * Where the reader was on each page, kept with the browser's own history entries: a number and, while a
 * picture is shown large, its token, or that slides are shown. None says anything without the keys.
 *
 * @typedef {{ y?: number, picture?: string, slides?: boolean }} Step
 */

/** @returns {Step} */
export function readStep() {
  return typeof history.state === "object" && history.state ? history.state : {};
}

/** @param {Step} change */
export function markStep(change) {
  history.replaceState({ ...readStep(), ...change }, "");
}

/** The present entry begins anew, at the top. */
export function forgetStep() {
  history.replaceState(null, "");
}

/**
 * A step at the same address: the reader's Back button returns from it.
 *
 * @param {Step} step
 */
export function addStep(step) {
  history.pushState(step, "");
}

/**
 * Remembers the scroll position whenever the reader rests.
 *
 * @param {AbortSignal} signal ends it
 * @param {() => boolean} settled whether the address is still that of what is shown
 */
export function followScroll(signal, settled) {
  // Pages are laid out after the browser would restore the position by itself.
  history.scrollRestoration = "manual";
  let timer = 0;
  const mark = () => {
    clearTimeout(timer);
    if (!signal.aborted && settled()) markStep({ y: Math.round(scrollY) });
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(mark, 200);
  };
  addEventListener("scroll", later, { signal, passive: true });
  addEventListener("click", mark, { signal, capture: true });
  addEventListener("pagehide", mark, { signal });
}
