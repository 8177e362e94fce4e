/**
 * What stands together in a portfolio and can be gone to: a goal, a step, a piece of evidence, a reflection, a page.
 *
 * @typedef {object} Line
 * @property {string} text
 * @property {string} lang empty where it is the page's, as `dir` is
 * @property {string} dir
 * @property {boolean} said whether it is a part of what is told, and no date, name of a file or address
 *
 * @typedef {object} Place
 * @property {string} slug of its page
 * @property {string} id of its element; empty for what stands on a page by itself
 * @property {string} page the title of the page
 * @property {Line} title
 * @property {Line[]} lines
 * @property {boolean} inDocument whether the lines are what its document says
 *
 * @typedef {import("../viewer/manifest.js").Page} Page
 */

/** Pages that only point to what stands on others, or that have nothing on them yet. */
const POINTERS = ["gaps", "presentation", "reply"];
/** What points elsewhere, what is said in the page's own words, and what is done with it. */
const ASIDE = [
  "[hidden], svg, script, template, form, fieldset, button, nav, summary, dt, .index, .exhibits, .ways, .title-note",
  ".cover-picture, .cover-contents, .cover-made, .cover-new, .plate-kind, .file-size, .state, .empty, .waiting, .levels, .event-kind",
  ".moment-kind, .note-kind, .voice-language, .slide-label, .slide-number, .slide-notes, .slide-media, .slide-caption, .web-leaves",
  ".piece-quote, .moved, .growth-key, .toward, .course, .pair-label, .map",
].join(", ");
const HEADING = "h2, h3, h4, h5, h6, .step-title";
const BLOCK = "p, li, dd, td, th, h1, h2, h3, h4, h5, h6, figcaption, blockquote, pre, caption, div, article, section";

const UNSAID = ".entry-margin, .when, .plate, .fact-line, .step-who, .event-people";

/** @param {string} text */
const tidy = (text) => text.replace(/\s+/g, " ").trim();

/**
 * @param {Element} element
 * @param {string} text
 * @returns {Line}
 */
function lineOf(element, text) {
  // What the school calls things stands in its own language among the page's words.
  const spoken = element.querySelector(":scope > bdi[lang]:only-child") ?? element.closest("[lang]");
  const said = !element.closest(UNSAID);
  return { text: tidy(text), lang: spoken?.getAttribute("lang") ?? "", dir: spoken?.getAttribute("dir") ?? (spoken ? "auto" : ""), said };
}

/**
 * @param {Node} node
 * @returns {Element | null} the nearest element around it that an address can name; a footnote is a part of its text
 */
function placeOf(node) {
  const near = node.parentElement?.closest("[id]") ?? null;
  return near && /^fn(?:ref)?_/.test(near.id) ? placeOf(near) : near;
}

/** @param {DocumentFragment} content */
function leaveAside(content) {
  for (const one of content.querySelectorAll(ASIDE)) one.remove();
  for (const margin of content.querySelectorAll(".entry-margin")) {
    const kept = [...margin.querySelectorAll(".voice, time")];
    // In an about page, the heading of an entry stands in its margin.
    if (!margin.matches(HEADING)) margin.replaceChildren(...kept.flatMap((each) => [each, " "]));
  }
  // Inside a sentence, the words of a link belong to it.
  for (const link of content.querySelectorAll('a[href^="#"]')) if (!link.closest(".prose, h3, h4, h5, h6")) link.remove();
}

/**
 * @param {DocumentFragment} content
 * @returns {Map<Element | null, Line[]>} what is written, by the element that it belongs to
 */
function readLines(content) {
  /** @type {Map<Element | null, Map<Element, string>>} */
  const found = new Map();
  /** @param {Node} node @param {string} text */
  const add = (node, text) => {
    const block = node.parentElement?.closest(BLOCK);
    if (!block) return;
    const place = placeOf(node);
    const blocks = found.get(place) ?? new Map();
    const before = blocks.get(block) ?? "";
    if (before || text.trim()) found.set(place, blocks.set(block, before + text));
  };
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLImageElement) add(node, ` ${node.alt} `);
    else if (node.nodeType === Node.TEXT_NODE) add(node, node.nodeValue ?? "");
    else if (node instanceof HTMLBRElement) add(node, " ");
  }
  return new Map([...found].map(([place, blocks]) => [place, [...blocks].map(([block, text]) => lineOf(block, text))]));
}

/**
 * @param {Page} page
 * @returns {Place[]}
 */
function readPage({ slug, title, html }) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const { content } = template;
  // Slides repeat what stands elsewhere, but for those that the learner wrote.
  for (const slide of content.querySelectorAll('.slide:not([data-kind="own"])')) slide.remove();
  if (slug === "presentation") content.replaceChildren(...content.querySelectorAll(".slide"));
  else if (POINTERS.includes(slug)) return [];
  // Before anything goes: a reflection without a title has one for those who listen.
  const heads = new Map([...content.querySelectorAll("[id]")].map((each) => [each, headOf(each)]));
  leaveAside(content);
  for (const unseen of content.querySelectorAll(".unseen")) unseen.remove();
  const found = [...readLines(content)].filter(([place, lines]) => place || lines.some(({ said }) => said));
  return found.map(([place, lines]) => {
    const head = place ? heads.get(place) : null;
    const told = head?.text ? head : { text: title, lang: "", dir: "", said: true };
    return {
      slug,
      id: place?.id ?? "",
      page: title,
      title: told,
      lines: lines.filter(({ text }) => text !== told.text),
      inDocument: false,
    };
  });
}

/**
 * @param {Element} element
 * @returns {Line | null}
 */
function headOf(element) {
  const head = [...element.querySelectorAll(HEADING)].find((each) => placeOf(each) === element);
  return head ? lineOf(head, head.textContent ?? "") : null;
}

/**
 * @param {Page[]} pages as they were sealed: whatever their reader does not see is not in them
 * @returns {Place[]}
 */
export function readPlaces(pages) {
  return pages.flatMap(readPage);
}
