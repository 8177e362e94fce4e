import { element } from "../viewer/element.js";
import { choiceName } from "../keeping/names.js";
import { YEARS } from "./form.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("../keeping/sheet.js").Entry} Entry
 * @typedef {import("../keeping/sheet.js").Sheet} Sheet
 */

/**
 * @param {Entry[]} decisions those that are to be seen
 * @param {Sheet} plan
 * @param {Words} words
 * @returns {HTMLElement[]} a column for each year, and one for what has none
 */
export function drawRoadmap(decisions, plan, words) {
  return [...YEARS, ""].map((year) => {
    const here = decisions.filter(({ id }) => (plan.entries[id]?.year ?? "") === year);
    const id = `roadmap-${year || "none"}`;
    const column = element("section", { class: `roadmap-year${year ? "" : " roadmap-undated"}`, "aria-labelledby": id });
    column.append(element("h2", { id }, choiceName("year", year, words), " "));
    column.firstElementChild?.append(element("span", { class: "count" }, here.length.toLocaleString(words.locale)));
    if (here.length) column.append(element("ul", { role: "list" }, ...here.map((entry) => drawDecision(entry, plan, words))));
    else if (year) column.append(element("p", { class: "missing" }, words.say("empty-year")));
    return column;
  });
}

/**
 * @param {Entry} entry
 * @param {Sheet} plan
 * @param {Words} words
 */
function drawDecision({ id, name }, plan, words) {
  const { status = "", owner = "" } = plan.entries[id] ?? {};
  const who = owner || (status && words.say("owner-none"));
  const said = [choiceName("status", status, words), who].filter(Boolean).join(words.say("comma"));
  const line = element("p", { class: "roadmap-line" }, said);
  return element("li", {}, element("a", { href: `#${id}` }, name), line);
}
