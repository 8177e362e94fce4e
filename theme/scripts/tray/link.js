import { LONGEST, MOST, isWritten, readKept, readName } from "./content.js";

/** @typedef {import("./content.js").Content} Content */
/** @typedef {"link-damaged" | "link-foreign" | "link-newer"} Problem */

/** What parts the parts, as some programs write it. In a part itself, = is never written as such. */
const PARTED = /(?:&|%26)(?:amp;)*(?=(?:name|moves|notes|sum)=)/gi;
const LONE = /[\ud800-\udfff]/gu;

/**
 * A set as the fragment of a link, without the #: its name, its moves in order and, only where that is wanted, what
 * was written to them. The sum at its end tells when a link was cut or changed on its way.
 *
 * @param {Content} content
 * @param {boolean} withNotes
 * @returns {string}
 */
export function fragmentOf({ name, moves }, withNotes) {
  const notes = moves.map(({ note, tried, happened }) => [note, tried, happened]);
  const written = withNotes && moves.some(isWritten) ? pack(JSON.stringify(notes).replace(LONE, "\ufffd")) : "";
  const parts = { set: "1", name: name.replace(LONE, "\ufffd"), moves: moves.map(({ id }) => id).join("."), notes: written };
  const asked = new URLSearchParams(Object.entries(parts).filter(([, value]) => value));
  asked.set("sum", sum(parts.name, parts.moves, written));
  return asked.toString();
}

/**
 * @param {string} hash as the address has it, with or without the #
 * @returns {Content | Problem}
 */
export function readFragment(hash) {
  const asked = new URLSearchParams(unwrapped(hash.replace(/^#/, "")));
  const version = asked.get("set");
  if (version === null) return "link-foreign";
  if (/^\d+$/.test(version) && version !== "1") return "link-newer";
  const [name, ids, notes] = ["name", "moves", "notes"].map((part) => asked.get(part) ?? "");
  if (name === undefined || ids === undefined || notes === undefined) return "link-damaged";
  // The sum stands last: what is behind it belongs to the sentence that the link stood in.
  if (asked.get("sum")?.replace(/[^0-9a-f].*$/s, "") !== sum(name, ids, notes)) return "link-damaged";
  try {
    /** @type {unknown[][]} */
    const written = notes ? JSON.parse(unpack(notes)) : [];
    const moves = ids.split(".").filter(Boolean).map((id, place) => {
      const [note, tried, happened] = written[place] ?? [];
      return readKept({ id, note, tried, happened });
    });
    const whole = moves.flatMap((each) => each ?? []);
    const once = new Set(whole.map(({ id }) => id));
    if (whole.length !== moves.length || once.size !== moves.length || moves.length > MOST) return "link-damaged";
    return { name: readName(name) ?? name.slice(0, LONGEST.name), moves: whole };
  } catch {
    return "link-damaged";
  }
}

/** @param {string} fragment some programs write every sign of a fragment as %3D and the like @returns {string} */
function unwrapped(fragment) {
  if (fragment.includes("=")) return fragment.replace(PARTED, "&");
  if (!/%3d/i.test(fragment)) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** @param {string} text @returns {string} in letters that no program changes in a link */
function pack(text) {
  const bytes = new TextEncoder().encode(text);
  let said = "";
  for (const byte of bytes) said += String.fromCharCode(byte);
  return btoa(said).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @param {string} packed @returns {string} @throws where it was not packed by `pack` */
function unpack(packed) {
  const said = atob(packed.replace(/-/g, "+").replace(/_/g, "/"));
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(said, (each) => each.charCodeAt(0)));
}

/** @param {string[]} parts @returns {string} FNV-1a of 32 bits, which finds accidents; nobody gains by forging it */
function sum(...parts) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(parts.join("\n"))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
