import { FACETS } from "./address.js";

/** @typedef {import("./address.js").Facet} Facet */
/** @typedef {import("../toolbox/move.js").Move} Move */
/** @typedef {{ facet: Facet, value: string, name: string, count: number, chosen: boolean }} Chip */

/** @param {Move} move @param {Facet} facet @returns {string} */
function valueOf(move, facet) {
  return String(move[facet] ?? "");
}

/**
 * @param {Move} move
 * @param {Map<Facet, string>} chosen
 * @param {Facet} [except]
 * @returns {boolean} whether it is of what was chosen
 */
export function isChosen(move, chosen, except) {
  for (const [facet, value] of chosen) if (facet !== except && valueOf(move, facet) !== value) return false;
  return true;
}

/**
 * The chips to offer: drivers first, elements of the chosen driver only, each with what choosing it would leave.
 *
 * @param {Move[]} all in the toolbox's order
 * @param {Move[]} found
 * @param {Map<Facet, string>} chosen
 * @param {import("../viewer/words.js").Words} words
 * @returns {Chip[][]} by facet
 */
export function chipsOf(all, found, chosen, words) {
  return FACETS.map((facet) => {
    const driver = chosen.get("driver");
    if (facet === "element" && !driver && !chosen.has("element")) return [];
    if (facet === "level" && chosen.has("model")) return [];
    if (facet === "model" && (driver || chosen.has("element") || chosen.has("level"))) return [];
    if (facet === "driver" && chosen.has("model")) return [];
    /** @type {Map<string, Chip>} */
    const chips = new Map();
    const current = chosen.get(facet);
    for (const move of all) {
      const value = valueOf(move, facet);
      if (!value || chips.has(value) || (facet === "element" && driver && move.driver !== driver)) continue;
      if (facet === "element" && !driver && value !== current) continue;
      chips.set(value, { facet, value, name: nameOf(move, facet, words), count: 0, chosen: value === current });
    }
    for (const move of found) {
      const chip = chips.get(valueOf(move, facet));
      if (chip && isChosen(move, chosen, facet)) chip.count++;
    }
    const offered = [...chips.values()].filter((chip) => chip.chosen || (!current && chip.count > 0));
    return facet === "level" ? offered.sort((one, other) => Number(one.value) - Number(other.value)) : offered;
  });
}

/**
 * @param {Move} move
 * @param {Facet} facet
 * @param {import("../viewer/words.js").Words} words
 * @returns {string}
 */
function nameOf(move, facet, words) {
  if (facet === "driver") return move.driver_name ?? valueOf(move, facet);
  if (facet === "element") return move.element_name ?? valueOf(move, facet);
  if (facet === "level") return words.say("level", { level: move.level ?? 0 });
  if (facet === "who") return words.say(`who-${move.who}`);
  return [move.model, move.phase].filter(Boolean).join(", ");
}
