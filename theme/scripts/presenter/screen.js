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
    () => {
      if (holds()) ours = false;
      else if (!ours) onEscape();
    },
    { signal },
  );
  return {
    offered: document.fullscreenEnabled === true,
    toggle: () => (holds() ? give() : void root.requestFullscreen?.().catch(() => {})),
    give,
    expectLoss: () => {
      ours = true;
    },
  };
}
