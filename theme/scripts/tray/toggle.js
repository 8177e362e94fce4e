/** @typedef {import("./tray.js").Tray} Tray */
/** @typedef {import("../viewer/words.js").Words} Words */

/** @type {WeakSet<Tray>} whose buttons follow what happens elsewhere, such as in another tab */
const followed = new WeakSet();

/**
 * The button that puts a move into the tray and takes it out again.
 *
 * @param {string} id of the move
 * @param {Tray} tray
 * @param {Words} words
 * @returns {HTMLButtonElement}
 */
export function trayToggle(id, tray, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "tray-toggle";
  made.dataset.tray = id;
  made.addEventListener("click", () => {
    tray.toggle(id);
    show(made, tray, words);
    tellTrouble(made, tray, words);
  });
  show(made, tray, words);
  if (!followed.has(tray)) {
    followed.add(tray);
    tray.watch(() => {
      for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-tray]"))) show(each, tray, words);
    });
  }
  return made;
}

/** @param {HTMLElement} button @param {Tray} tray @param {Words} words */
function show(button, tray, words) {
  const inside = tray.has(button.dataset.tray ?? "");
  button.setAttribute("aria-pressed", String(inside));
  button.textContent = words.say(inside ? "tray-in" : "tray-add");
}

/** @type {WeakSet<Tray>} of which it was told that they do not last */
const told = new WeakSet();

/**
 * Says once, where somebody has just kept a move, that the device keeps nothing.
 *
 * @param {Element} button that was pressed
 * @param {Tray} tray
 * @param {Words} words
 */
export function tellTrouble(button, tray, words) {
  if (tray.lasting || told.has(tray)) return;
  told.add(tray);
  const line = document.createElement("p");
  line.className = "tray-trouble";
  line.setAttribute("role", "alert");
  line.textContent = words.say("tray-trouble");
  button.after(line);
}
