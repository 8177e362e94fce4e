import { element } from "../viewer/element.js";

/** @typedef {"long" | "short"} Edge */

const COLUMNS = 2;
const ROWS = 4;
export const ON_A_SHEET = COLUMNS * ROWS;

const SVG = "http://www.w3.org/2000/svg";
/** In millimetres, as cards.css has them; marks stand clear of the cards, and of the edge that no printer reaches. */
const CARD = { inline: 92, block: 64 };
const MARK = { from: 1.5, to: 6 };

const LETTER_COUNTRIES = ["US", "CA", "MX", "PH", "CL", "CO", "VE"];

/**
 * @param {string} tag of the browser's language; some give more than a tag, such as en-US@posix
 * @returns {boolean} whether paper has the size Letter where it is spoken
 */
export function takesLetter(tag) {
  return LETTER_COUNTRIES.includes(/-([A-Z]{2})\b/.exec(tag)?.[1] ?? "");
}

/**
 * Where the backs of one sheet stand so that each lies behind its front. Flipped on the long edge, left and right
 * change places; on the short edge, above and below.
 *
 * @template Each
 * @param {Each[]} fronts in reading order
 * @param {Edge} edge
 * @returns {(Each | undefined)[]} in reading order, with empty places
 */
export function turned(fronts, edge) {
  return Array.from({ length: ON_A_SHEET }, (_, place) => {
    const [row, column] = [Math.floor(place / COLUMNS), place % COLUMNS];
    const [otherRow, otherColumn] = edge === "long" ? [row, COLUMNS - 1 - column] : [ROWS - 1 - row, column];
    return fronts[otherRow * COLUMNS + otherColumn];
  });
}

/**
 * @param {(HTMLElement | undefined)[]} cards in reading order
 * @param {string} caption
 * @param {boolean} withMarks where to cut
 * @returns {HTMLElement} one side of a sheet
 */
export function drawPaper(cards, caption, withMarks) {
  const grid = element("div", { class: "paper-grid" }, ...cards.map((card) => card ?? element("div", { class: "card-none" })));
  const paper = element("div", { class: "paper" }, grid);
  if (withMarks) paper.append(drawMarks());
  return element("figure", { class: "paper-frame" }, element("figcaption", {}, caption), element("div", { class: "paper-hold" }, paper));
}

/** @returns {SVGSVGElement} two short lines at the end of every cut */
function drawMarks() {
  const [width, height] = [COLUMNS * CARD.inline, ROWS * CARD.block];
  const room = MARK.to;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "marks");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("viewBox", `${-room} ${-room} ${width + 2 * room} ${height + 2 * room}`);
  /** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
  const line = (x1, y1, x2, y2) => {
    const made = document.createElementNS(SVG, "line");
    for (const [name, value] of Object.entries({ x1, y1, x2, y2 })) made.setAttribute(name, String(value));
    svg.append(made);
  };
  for (let x = 0; x <= width; x += CARD.inline) {
    line(x, -MARK.to, x, -MARK.from);
    line(x, height + MARK.from, x, height + MARK.to);
  }
  for (let y = 0; y <= height; y += CARD.block) {
    line(-MARK.to, y, -MARK.from, y);
    line(width + MARK.from, y, width + MARK.to, y);
  }
  // Small crosses where four cards meet, for those who cut with scissors.
  for (let y = CARD.block; y < height; y += CARD.block) {
    line(CARD.inline - MARK.from, y, CARD.inline + MARK.from, y);
    line(CARD.inline, y - MARK.from, CARD.inline, y + MARK.from);
  }
  return svg;
}
