const KEY = "waypost-letter-keys";

/**
 * Whether single letters do something here. Who speaks to a computer, or types with a shaking hand, presses letters
 * without meaning to, and can switch them off (WCAG 2.2, criterion 2.1.4). The device remembers it where it can.
 *
 * @param {HTMLInputElement} choice the check box that says so
 * @returns {() => boolean}
 */
export function watchLetters(choice) {
  try {
    choice.checked = localStorage.getItem(KEY) !== "off";
  } catch {
    // Then it holds for this page alone.
  }
  choice.addEventListener("change", () => {
    try {
      if (choice.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "off");
    } catch {
      // As above.
    }
  });
  return () => choice.checked;
}
