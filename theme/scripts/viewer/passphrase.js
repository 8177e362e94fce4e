import { button, element } from "./element.js";
import { contactLine, lockedPage } from "./locked.js";

/** @typedef {import("./words.js").Words} Words */

const INPUT = "waypost-passphrase";
const HELP = "waypost-help";

/**
 * Every passphrase of a link is three words in small letters with dashes between. Keyboards on phones begin with a
 * capital and end with a space, and whoever copies from paper may leave a space where a dash stands.
 *
 * @param {string} typed
 * @returns {string} as it was given
 */
export function asGiven(typed) {
  return typed.normalize("NFKC").trim().toLowerCase().split(/[\s\p{Pd}]+/u).join("-");
}

/** @param {Words} words */
function passphraseField(words) {
  const input = element("input", {
    class: "passphrase-input", id: INPUT, type: "password", dir: "auto", "aria-describedby": HELP,
    autocomplete: "off", autocapitalize: "none", autocorrect: "off", spellcheck: "false",
  });
  const show = button(
    words.say("passphrase-show"),
    () => {
      const shown = input.type === "password";
      input.type = shown ? "text" : "password";
      show.setAttribute("aria-pressed", String(shown));
    },
    "button button-quiet passphrase-show",
  );
  show.setAttribute("aria-pressed", "false");
  return { input, field: element("div", { class: "passphrase-field" }, input, show) };
}

/**
 * Asks until it is right; there is no lock-out, for the host counts nothing.
 *
 * @param {Words} words
 * @param {import("./locked.js").School} school
 * @param {HTMLElement} status where it says that it is checking
 * @param {(phrase: string) => Promise<boolean>} attempt whether the phrase was right
 * @returns {HTMLElement}
 */
export function passphrasePage(words, school, status, attempt) {
  const ask = () => [element("p", {}, words.say("passphrase-help")), element("p", {}, words.say("ask")), ...contactLine(school)];
  const help = element("div", { class: "locked-help", role: "alert", id: HELP }, ...ask());
  const { input, field } = passphraseField(words);
  const submit = element("button", { type: "submit", class: "button passphrase-open" }, words.say("passphrase-open"));
  const label = element("label", { class: "passphrase-label", for: INPUT }, words.say("passphrase-label"));
  const form = element("form", { class: "passphrase", novalidate: "" }, label, field, submit);

  /** @param {boolean} busy */
  const setBusy = (busy) => {
    form.setAttribute("aria-busy", String(busy));
    submit.disabled = busy;
    status.textContent = busy ? words.say("checking") : "";
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (submit.disabled) return;
    if (!input.value) return input.focus();
    setBusy(true);
    try {
      if (await attempt(input.value)) return;
    } finally {
      setBusy(false);
    }
    help.dataset.wrong = "";
    help.replaceChildren(element("p", {}, words.say("passphrase-wrong")), element("p", {}, words.say("ask")), ...contactLine(school));
    input.setAttribute("aria-invalid", "true");
    input.focus();
    input.select();
  });
  return lockedPage("passphrase", words, school, help, form);
}
