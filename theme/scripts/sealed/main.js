import { Decrypter } from "age-encryption";
import { wearDesign } from "../viewer/design.js";
import { element } from "../viewer/element.js";
import { lockedPage } from "../viewer/locked.js";
import { arriveAt } from "../viewer/pages.js";
import { passphrasePage } from "../viewer/passphrase.js";
import { Words } from "../viewer/words.js";

/**
 * A portfolio in one file, sealed to a passphrase. What is sealed is the whole page as it would stand without one,
 * packed by gzip, in age's own form: the age program opens it too.
 */

const ARMOR = /-----BEGIN AGE ENCRYPTED FILE-----([A-Za-z0-9+/=\s]+)-----END AGE ENCRYPTED FILE-----/;
const OWN = /<style data-own>([^<]*)<\/style>/;
/** What age says of another passphrase. Whatever else it says, no passphrase will do. */
const OTHER = /^no identity matched/;

/** Nothing of a school stands in the file. */
const SCHOOL = { school: "", contact: "" };

const root = /** @type {HTMLElement} */ (document.getElementById("waypost"));
const { lang, dir } = document.documentElement;
const words = new Words(lang, dir === "rtl" ? "rtl" : "ltr", JSON.parse(document.getElementById("waypost-words")?.textContent ?? "{}"));

/** @returns {string | undefined} none where the file did not arrive whole */
const readArmor = () => ARMOR.exec(document.getElementById("waypost-sealed")?.textContent ?? "")?.[1];

/** @returns {Uint8Array<ArrayBuffer>} */
function readSealed() {
  const letters = readArmor() ?? "";
  const binary = atob(letters.replace(/\s+/g, ""));
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place++) bytes[place] = binary.charCodeAt(place);
  return bytes;
}

/**
 * @param {string} phrase
 * @returns {Promise<string>} the page
 */
async function unseal(phrase) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(phrase.normalize("NFKC"));
  const packed = await decrypter.decrypt(new Blob([readSealed()]).stream());
  const page = packed.pipeThrough(/** @type {any} */ (new DecompressionStream("gzip")));
  return new Response(page).text();
}

/** @param {string} page */
function show(page) {
  const sheet = new CSSStyleSheet();
  // The rules of this one page: their digest in the policy, for all to see, would tell them.
  const plain = page.replace(OWN, (_, rules) => {
    sheet.replaceSync(rules);
    return "";
  });
  // Authenticated, and sanitised when it was made. Scripts in it do not run: the ones that it needs are here already.
  const opened = new DOMParser().parseFromString(plain, "text/html");
  document.adoptedStyleSheets = [sheet];
  document.title = opened.title;
  document.body.replaceChildren(...opened.body.childNodes);
  const shown = document.getElementById("waypost");
  wearDesign(JSON.parse(shown?.dataset.design ?? "{}"));
  /** @type {import("../single/main.js").Single} */ (Reflect.get(globalThis, "waypostSingle")).start();
  const heading = shown?.querySelector("h1");
  if (heading) arriveAt(heading, false);
  scrollTo(0, 0);
}

/** @param {"damaged" | "memory"} reason why nothing opens, whatever is typed */
function giveUp(reason) {
  const help = element("div", { class: "locked-help", role: "alert" }, element("p", {}, words.say(`${reason}-help`)));
  root.replaceChildren(lockedPage(reason, words, SCHOOL, help));
}

/**
 * @param {string} typed
 * @returns {Promise<boolean>} false where another passphrase may do
 */
async function attempt(typed) {
  // The work for a passphrase holds up everything else: say first that it has begun.
  await new Promise((resolve) => setTimeout(resolve, 50));
  /** @type {string} */
  let page;
  try {
    // Keyboards on phones add a space after a suggested word.
    page = await unseal(typed.trim());
  } catch (error) {
    if (error instanceof Error && OTHER.test(error.message)) return false;
    giveUp(error instanceof RangeError ? "memory" : "damaged");
    return true;
  }
  show(page);
  return true;
}

function ask() {
  if (!readArmor()) return giveUp("damaged");
  const status = element("p", { class: "status", role: "status" });
  root.replaceChildren(status, passphrasePage(words, SCHOOL, status, attempt));
  root.querySelector("input")?.focus();
}

// What is sealed stands behind this script.
addEventListener("DOMContentLoaded", ask, { once: true });
