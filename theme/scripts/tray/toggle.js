/**
 * The button that puts a move into the tray and takes it out again.
 *
 * @param {string} id of the move
 * @param {import("./tray.js").Tray} tray
 * @param {import("../viewer/words.js").Words} words
 * @returns {HTMLButtonElement}
 */
export function trayToggle(id, tray, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "tray-toggle";
  made.dataset.tray = id;
  const show = () => {
    made.setAttribute("aria-pressed", String(tray.has(id)));
    made.textContent = words.say(tray.has(id) ? "tray-in" : "tray-add");
  };
  made.addEventListener("click", () => {
    tray.toggle(id);
    show();
  });
  show();
  return made;
}
