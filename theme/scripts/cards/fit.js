/** Sizes of type, from the largest, as cards.css has them. */
const STEPS = 9;

/**
 * Sets every card in the largest type in which all of it stands on the card. All cards are measured at once: one
 * after the other, the page would be laid out anew for each.
 *
 * @param {ParentNode} place
 * @returns {number} how many do not fit in the smallest either
 */
export function fitCards(place) {
  let open = /** @type {HTMLElement[]} */ ([...place.querySelectorAll(".card-text")]);
  for (let step = 1; step <= STEPS && open.length; step++) {
    for (const text of open) text.dataset.step = String(step);
    open = open.filter((text) => text.scrollHeight > text.clientHeight || text.scrollWidth > text.clientWidth);
  }
  return open.length;
}
