import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { armor, Encrypter } from "age-encryption";
// It makes age work on plain http, too.
import "../viewer/age.js";

/** @typedef {import("./draft.js").Values} Values */

const VERSION = 1;
const STEP = 1024;
const QUESTIONS = ["noticed", "surprised", "question", "help"];
const utf8 = new TextEncoder();

/** @param {Date} day @returns {string} the day where the writer is, as year-month-day */
function dayOf(day) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** @param {Uint8Array} secret of the link @returns {string} what only somebody who has the whole link can know */
function proofOf(secret) {
  return bytesToHex(hkdf(sha256, secret, undefined, utf8.encode("waypost/1 reply proof"), 16));
}

/**
 * @param {Values} values
 * @param {{ id: Uint8Array, link: Uint8Array, page: string, today: Date }} written by which link, on what page, when
 * @returns {Uint8Array} the reply as JSON, with spaces so that its size says little
 */
function packReply(values, { id, link, page, today }) {
  const said = (/** @type {string} */ name) => (values[name] ?? "").trim();
  const reply = {
    waypost: "reply",
    v: VERSION,
    link: bytesToHex(id),
    proof: proofOf(link),
    page,
    language: said("language"),
    day: dayOf(today),
    name: said("name"),
    relation: said("relation"),
    voice: said("voice"),
    about: said("about"),
    answers: Object.fromEntries(QUESTIONS.map((name) => [name, said(name)])),
  };
  const bytes = utf8.encode(JSON.stringify(reply));
  const padded = new Uint8Array(Math.ceil(bytes.length / STEP) * STEP).fill(0x20);
  padded.set(bytes);
  return padded;
}

/**
 * @param {Values} values
 * @param {{ id: Uint8Array, link: Uint8Array, page: string, today: Date }} written
 * @param {string} post the school's recipient
 * @returns {Promise<{ file: Uint8Array<ArrayBuffer>, text: string }>} the same sealed reply in two forms
 */
export async function sealReply(values, written, post) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(post);
  const file = /** @type {Uint8Array<ArrayBuffer>} */ (await encrypter.encrypt(packReply(values, written)));
  return { file, text: armor.encode(file) };
}
