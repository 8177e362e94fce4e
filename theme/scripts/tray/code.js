import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4;

/**
 * A QR code, dark on white in every scheme, with the quiet zone of four modules that ISO/IEC 18004 asks for.
 *
 * @param {string} text
 * @param {string} label what it leads to, for those who do not see it
 * @param {{ ecc: "L" | "M", largest: number }} how `largest` is the version beyond which a phone cannot read it well
 * @returns {SVGSVGElement | undefined} undefined where the text is too long
 */
export function drawCode(text, label, { ecc, largest }) {
  let code;
  try {
    code = encode(text, { ecc, border: QUIET, boostEcc: true, maxVersion: largest });
  } catch {
    return undefined;
  }
  const svg = document.createElementNS(SVG, "svg");
  const size = code.size;
  const drawn = {
    class: "code",
    viewBox: `0 0 ${size} ${size}`,
    "shape-rendering": "crispEdges",
    role: "img",
    "aria-label": label,
  };
  for (const [name, value] of Object.entries(drawn)) svg.setAttribute(name, value);
  svg.append(shape("rect", { fill: "#fff", width: String(size), height: String(size) }), shape("path", { fill: "#000", d: modules(code.data) }));
  return svg;
}

/** @param {string} name @param {Record<string, string>} attributes */
function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [each, value] of Object.entries(attributes)) made.setAttribute(each, value);
  return made;
}

/** @param {boolean[][]} rows @returns {string} a path of one box for each run of dark modules */
function modules(rows) {
  let path = "";
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  }
  return path;
}
