// What the toolbox's own modules do where a browser, a program or a person does the unexpected: see test_modules.py.
import { Catalogue } from "../../theme/scripts/finder/catalogue.js";
import { writeAddress } from "../../theme/scripts/finder/address.js";
import { takesLetter } from "../../theme/scripts/cards/paper.js";
import { keepDraft, readDraft } from "../../theme/scripts/form/draft.js";
import { showDay } from "../../theme/scripts/keeping/notice.js";
import { dayName } from "../../theme/scripts/tray/agenda.js";
import { fragmentOf, readFragment } from "../../theme/scripts/tray/link.js";
import { Tray } from "../../theme/scripts/tray/tray.js";
import { Words } from "../../theme/scripts/viewer/words.js";

const DRAFT = "waypost-new-move";
const KEPT = "waypost-my-moves";

/** What a browser has and Node has not. */
function give(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** @param {Record<string, string>} kept @param {string[]} refused the keys that it takes nothing for */
function device(kept, refused = []) {
  give("window", { addEventListener() {} });
  give("localStorage", {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, text) => {
      if (refused.includes(key)) throw new Error("full");
      kept[key] = text;
    },
    removeItem: (key) => delete kept[key],
  });
  return kept;
}

function tray(text, refused) {
  const kept = device({ [KEPT]: text }, refused);
  const tray = new Tray();
  tray.probe();
  const opened = { ...kept };
  tray.toggle("culture-1-1");
  return { opened, kept, lasting: tray.lasting };
}

function links() {
  const set = { name: "R&B & sum=1 &amp; more", moves: [{ id: "culture-1-2", note: "a&b", tried: "2026-03-03", happened: "" }] };
  const whole = fragmentOf(set, true);
  const sent = [".", ">", "%3E", ").", "\u00a0"].map((end) => whole + end);
  sent.push(whole.replaceAll("&", "&amp;"), whole.replaceAll("&", "%26"), whole.replaceAll("&", "%26amp;") + ".");
  return { set, read: [whole, ...sent].map(readFragment), longer: readFragment(`${whole}0`) };
}

function address() {
  delete URLSearchParams.prototype.size;
  const gone = [];
  give("history", { replaceState: (_state, _title, to) => gone.push(to) });
  const state = { chosen: new Map(), start: "", at: "", open: "" };
  for (const [typed, search] of [["tuning", ""], ["", "?q=tuning"]]) {
    give("location", { pathname: "/", search, hash: "" });
    writeAddress({ ...state, typed });
  }
  return gone;
}

function drafts() {
  const kept = device({});
  const draft = (text) => ({ typed: { text, who: "teacher" }, related: [] });
  readDraft();
  const theirs = JSON.stringify(draft("A long text"));
  kept[DRAFT] = theirs;
  keepDraft(draft(""));
  const others = kept[DRAFT] === theirs;
  readDraft();
  keepDraft(draft(""));
  return { others, own: kept[DRAFT] ?? null };
}

function days() {
  const words = (lang) => new Words(lang, "ltr", {});
  return ["fa", "th", "es", "en"].map((lang) => [dayName("2026-03-12", words(lang)), showDay("2026-03-12", words(lang))]);
}

function terms() {
  const pasted = Array.from({ length: 2000 }, (_, place) => `gruntlement${place}ish`);
  return new Catalogue([]).search(pasted.join(" ")).terms.map(({ typed }) => typed);
}

async function worker() {
  const listeners = {};
  give("caches", { keys: () => Promise.reject(new Error("no store")) });
  give("fetch", async (request) => `from the host: ${request.url}`);
  const scope = "https://school.example.org/toolbox/";
  give("self", {
    waypostToolbox: { digest: "1", files: ["index.html"] },
    registration: { scope },
    addEventListener: (type, listener) => (listeners[type] = listener),
  });
  await import("../../theme/scripts/worker/main.js");
  let answer;
  listeners.fetch({ request: { method: "GET", url: `${scope}index.html` }, respondWith: (given) => (answer = given) });
  return answer;
}

const damaged = JSON.stringify({
  name: "Room 12",
  moves: [{ id: "culture-1-2", note: "Keep me", tried: "20266-03-03", happened: "" }],
});
const later = JSON.stringify({ version: 2, name: "Room 12", moves: { "culture-1-2": {} } });
const told = {
  damaged: tray(damaged),
  later: tray(later),
  full: tray(later, [`${KEPT}-unread`]),
  links: links(),
  drafts: drafts(),
  days: days(),
  terms: terms(),
  letter: ["en-US", "en-US@posix", "es-MX", "de-DE", "zh-Hant-TW", "es-419", "en", ""].map(takesLetter),
  worker: await worker(),
  address: address(),
};
console.log(JSON.stringify(told));
