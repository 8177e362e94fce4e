/** @typedef {import("../toolbox/move.js").Move} Move */

/**
 * Which moves become cards: those of `?ids=` in this order, all of `?element=` or `?progression=`, or everything with
 * `?all`; otherwise those in the tray.
 *
 * @param {string} search of the address
 * @param {Move[]} moves
 * @param {import("../tray/tray.js").Tray} tray
 * @returns {{ chosen: Move[], missing: string[], fromTray: boolean }} `missing` are ids that the toolbox does not have
 */
export function chooseMoves(search, moves, tray) {
  const asked = new URLSearchParams(search);
  const [ids, element, progression] = [asked.get("ids"), asked.get("element"), asked.get("progression")];
  if (element !== null) return whole(moves.filter((move) => move.element === element), element);
  if (progression !== null) return whole(moves.filter((move) => move.progression === progression), progression);
  if (asked.has("all")) return whole(moves, "");
  const wanted = ids === null ? tray.content.moves.map(({ id }) => id) : [...new Set(ids.split(",").filter(Boolean))];
  const byId = new Map(moves.map((move) => [move.id, move]));
  return {
    chosen: wanted.flatMap((id) => byId.get(id) ?? []),
    missing: wanted.filter((id) => !byId.has(id)),
    fromTray: ids === null,
  };
}

/** @param {Move[]} chosen @param {string} asked */
function whole(chosen, asked) {
  return { chosen, missing: chosen.length ? [] : [asked], fromTray: false };
}
