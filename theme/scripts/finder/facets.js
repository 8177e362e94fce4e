import { FACETS } from "./address.js";

/** @typedef {import("./address.js").Facet} Facet */
/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {{ facet: Facet, value: string, name: string, count: number, chosen: boolean, level?: number, note?: string }} Chip */

/** @param {Move} move @param {Facet} facet @returns {readonly string[]} a move may have several LEAP codes, and no level */
function valuesOf(move, facet) {
  const value = move[facet];
  return value === undefined ? [] : Array.isArray(value) ? value : [String(value)];
}

/**
 * @param {Move} move
 * @param {Map<Facet, string>} chosen
 * @returns {boolean} whether it is of what was chosen
 */
export function isChosen(move, chosen) {
  for (const [facet, value] of chosen) if (!valuesOf(move, facet).includes(value)) return false;
  return true;
}

/**
 * The chips to offer: elements of the chosen driver only, each chip with what choosing it would leave.
 *
 * @param {Move[]} all in the toolbox's order
 * @param {Move[]} found
 * @param {Map<Facet, string>} chosen
 * @param {import("../viewer/words.js").Words} words
 * @returns {Map<Facet, Chip[]>} no facet without chips
 */
export function chipsOf(all, found, chosen, words) {
  const counts = countsOf(found, chosen);
  const driver = chosen.get("driver");
  const element = chosen.get("element");
  /** @type {Map<Facet, Chip[]>} */
  const offered = new Map();
  for (const facet of FACETS) {
    /** @type {Map<string, Chip>} */
    const chips = new Map();
    for (const move of all) {
      if (facet === "element" && driver && move.driver !== driver) continue;
      for (const value of valuesOf(move, facet)) {
        if (chips.has(value)) continue;
        const count = counts.get(facet)?.get(value) ?? 0;
        const is = chosen.get(facet) === value;
        if (!is && !count) continue;
        chips.set(value, { facet, value, name: nameOf(move, facet, value, words), count, chosen: is });
      }
    }
    const list = [...chips.values()];
    if (facet === "level") dressLevels(list, all.filter((move) => (element ? move.element === element : driver && move.driver === driver)));
    if (facet === "level" || facet === "leap") list.sort((one, other) => (one.value < other.value ? -1 : 1));
    if (list.length) offered.set(facet, list);
  }
  return offered;
}

/**
 * @param {Move[]} found
 * @param {Map<Facet, string>} chosen
 * @returns {Map<Facet, Map<string, number>>} by facet and value, how many are of all that is chosen in other facets
 */
function countsOf(found, chosen) {
  /** @type {Map<Facet, Map<string, number>>} */
  const counts = new Map(FACETS.map((facet) => [facet, new Map()]));
  for (const move of found) {
    const missed = [...chosen].filter(([facet, value]) => !valuesOf(move, facet).includes(value));
    if (missed.length > 1) continue;
    for (const facet of missed[0] ? [missed[0][0]] : FACETS) {
      const of = counts.get(facet);
      for (const value of valuesOf(move, facet)) of?.set(value, (of.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** @param {Chip[]} chips @param {Move[]} moves of one driver, whose own names the levels then have */
function dressLevels(chips, moves) {
  for (const chip of chips) {
    chip.level = Number(chip.value);
    const name = moves.find((move) => move.level === chip.level)?.level_name;
    if (name) chip.note = name;
  }
}

/**
 * @param {Move} move
 * @param {Facet} facet
 * @param {string} value
 * @param {import("../viewer/words.js").Words} words
 * @returns {string}
 */
function nameOf(move, facet, value, words) {
  if (facet === "driver") return move.driver_name ?? value;
  if (facet === "element") return move.element_name ?? value;
  if (facet === "level") return words.say("level", { level: Number(value) });
  return facet === "who" ? words.say(`who-${value}`) : value;
}
