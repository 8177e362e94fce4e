import { element } from "../../viewer/element.js";
import { drawPlace, drawWays } from "../result.js";
import { drawColumns, drawHead, drawStartLink, drawWayHome } from "./parts.js";

/** @typedef {import("../../toolbox/move.js").Move} Move */
/** @typedef {import("./data.js").Progression} Progression */
/** @typedef {import("./data.js").Means} Means */

/**
 * The progressions: all steps; or one step, the move that it suggests, and the step after.
 *
 * @param {string} at the step's id, or empty
 * @param {Means} means
 * @returns {import("./data.js").Screen}
 */
export function drawSteps(at, means) {
  const { words, catalogue, starts } = means;
  const step = catalogue.byId.get(at);
  const progression = starts.progressions.find(({ id }) => id === step?.progression);
  if (!step || !progression) {
    const head = drawHead(words.say("start-steps"), drawWayHome(words));
    return { before: [head], moves: [], after: starts.progressions.map((one) => drawProgression(one, means)), said: "" };
  }
  const steps = stepsOf(progression, catalogue.moves);
  const place = steps.indexOf(step);
  const head = drawHead(progression.model, drawStartLink(words.say("steps-all"), "steps"));
  const position = words.say("steps-place", { place: place + 1, count: steps.length });
  const facts = element("dl", { class: "walk-facts" });
  /** @param {string} id @param {...(Node | string)} content */
  const add = (id, ...content) =>
    facts.append(element("div", {}, element("dt", {}, words.say(id)), element("dd", {}, ...content)));
  add("steps-see", step.text);
  if (step.next) add("steps-move", step.next);
  const after = steps[place + 1];
  add("steps-after", after?.text ?? words.say("steps-end"));
  const article = element("article", { class: "walk", "data-move": step.id, "aria-label": position });
  const where = drawPlace(step, words);
  where.prepend(element("span", { class: "walk-place" }, position), " ");
  article.append(where, facts, drawTurns(steps[place - 1], after, words), drawWays(step, words, means.tray));
  return { before: [head, drawPhases(progression, means), article], moves: [], after: [], said: position };
}

/** @param {Progression} progression @param {Move[]} moves */
function stepsOf({ id }, moves) {
  return moves.filter((move) => move.progression === id);
}

/** @param {Move | undefined} before @param {Move | undefined} after @param {import("../../viewer/words.js").Words} words */
function drawTurns(before, after, words) {
  const turns = element("nav", { class: "walk-turns", "aria-label": words.say("steps-turns") });
  for (const [rel, step] of /** @type {const} */ ([["prev", before], ["next", after]])) {
    if (!step) continue;
    const link = drawStartLink(words.say(`steps-${rel}`), "steps", step.id, "button button-quiet");
    link.rel = rel;
    turns.append(link);
  }
  return turns;
}

/**
 * @param {Progression} progression
 * @param {Means} means
 * @returns {HTMLElement} all phases that the source names; those that it does not print wait for a school's own steps
 */
function drawPhases(progression, { words, starts, catalogue }) {
  const phases = element("ol", { class: "walk-phases", role: "list", "aria-label": words.say("facet-phase") });
  for (const name of progression.phases) {
    const there = starts.progressions.find(({ model, phase }) => model === progression.model && phase === name);
    const count = there ? stepsOf(there, catalogue.moves).length : 0;
    const item = element("li", {}, element("b", {}, name));
    if (there === progression) item.setAttribute("aria-current", "true");
    item.append(" ", element("span", {}, there ? words.say("steps-count", { count }) : words.say("phase-own")));
    phases.append(item);
  }
  return phases;
}

/** @param {Progression} progression @param {Means} means */
function drawProgression(progression, means) {
  const { catalogue } = means;
  /** @type {Map<string, Node[]>} */
  const groups = new Map();
  for (const [place, step] of stepsOf(progression, catalogue.moves).entries()) {
    const link = drawStartLink(step.text, "steps", step.id);
    link.prepend(element("span", { class: "count" }, (place + 1).toLocaleString(means.words.locale)), " ");
    groups.set(step.group ?? "", [...(groups.get(step.group ?? "") ?? []), link]);
  }
  const title = element("h3", { class: "walk-title" }, progression.model);
  const columns = drawColumns("h4", [...groups].map(([name, links]) => ({ name, links })));
  return element("section", { class: "walk-all" }, title, drawPhases(progression, means), columns);
}
