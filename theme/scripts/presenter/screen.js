/**
 * The whole screen, where the browser gives it.
 *
 * @typedef {object} Screen
 * @property {boolean} offered
 * @property {() => void} toggle
 * @property {() => void} give goes back to the window
 * @property {() => void} expectLoss the next time that it ends is the browser's doing
 */

/**
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 * @param {() => void} onEscape the reader took it back by the Escape key, which the browser keeps for itself
 * @returns {Screen}
 */
export function createScreen(root, signal, onEscape) {
  let ours = false;
  const holds = () => document.fullscreenElement === root;
  const give = () => {
    ours = true;
    if (holds()) void document.exitFullscreen();
  };
  document.addEventListener(
    "fullscreenchange",
    ({ target }) => {
      // A film on a slide has a whole screen of its own.
      if (target === root && !holds() && !ours) onEscape();
    },
    { signal },
  );
  const ask = () => {
    // Not once it is given: a busy browser gives it when the loss is expected already.
    ours = false;
    void root.requestFullscreen?.().catch(() => {});
  };
  return {
    offered: document.fullscreenEnabled === true,
    toggle: () => (holds() ? give() : ask()),
    give,
    expectLoss: () => {
      ours = true;
    },
  };
}
