/**
 * One move that was kept, with what the coach wrote to it. Days are year-month-day.
 *
 * @typedef {{ id: string, note: string, tried: string, happened: string }} Kept
 */

/** @typedef {{ name: string, moves: Kept[] }} Content */

export const LONGEST = { name: 120, note: 4000, tried: 10, happened: 4000 };
export const MOST = 1000;

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const DAY = /^(\d{4}-\d{2}-\d{2})?$/;

/** @param {string} id @returns {Kept} with nothing written to it yet */
export function keptOf(id) {
  return { id, note: "", tried: "", happened: "" };
}

/** @param {Kept} kept */
export function isWritten({ note, tried, happened }) {
  return Boolean(note || tried || happened);
}

/**
 * @param {unknown} name
 * @returns {string | undefined} undefined where it cannot be a set's name
 */
export function readName(name) {
  const text = name ?? "";
  return typeof text === "string" && text.length <= LONGEST.name ? text : undefined;
}

/**
 * @param {unknown} each an entry of a list that came from elsewhere
 * @returns {Kept | undefined} undefined where it cannot be a move that somebody kept
 */
export function readKept(each) {
  if (typeof each !== "object" || each === null) return undefined;
  const { id, note = "", tried = "", happened = "" } = /** @type {Record<string, unknown>} */ (each);
  if (typeof id !== "string" || !ID.test(id)) return undefined;
  if (typeof note !== "string" || typeof tried !== "string" || typeof happened !== "string") return undefined;
  if (note.length > LONGEST.note || happened.length > LONGEST.happened || !DAY.test(tried)) return undefined;
  return { id, note, tried, happened };
}

/** @param {unknown} day as a field or a device has it @returns {string} empty where it is no day */
export function dayOf(day) {
  return typeof day === "string" && DAY.test(day) ? day : "";
}

/**
 * @param {string} text that a device has kept
 * @returns {{ content: Content, whole: boolean }} what can be read of it, and whether that is all
 */
export function readStored(text) {
  try {
    const { name, moves } = JSON.parse(text);
    const all = /** @type {Record<string, unknown>[]} */ (moves ?? []);
    // A day that is none is not worth the notes beside it.
    const read = all.flatMap((each) => readKept({ ...each, tried: dayOf(each?.tried) }) ?? []);
    return { content: { name: String(name ?? ""), moves: read }, whole: read.length === all.length };
  } catch {
    return { content: { name: "", moves: [] }, whole: false };
  }
}

/**
 * One set with another at its end: no move twice, and no word of the first changed. Where the first has left a
 * place empty, the other's words go in.
 *
 * @param {Content} mine
 * @param {Content} other
 * @returns {Content}
 */
export function merged(mine, other) {
  const theirs = new Map(other.moves.map((kept) => [kept.id, kept]));
  const had = new Set(mine.moves.map(({ id }) => id));
  const filled = mine.moves.map((kept) => {
    const from = theirs.get(kept.id);
    if (!from) return kept;
    const { id, note, tried, happened } = kept;
    return { id, note: note || from.note, tried: tried || from.tried, happened: happened || from.happened };
  });
  return { name: mine.name || other.name, moves: [...filled, ...other.moves.filter(({ id }) => !had.has(id))] };
}
