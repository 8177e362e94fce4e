import { drawColumns, drawHead, drawStartLink, drawWayHome } from "./parts.js";

/**
 * "I see…": situations in groups; one that is chosen, with the moves that answer it.
 *
 * @param {string} at the situation's id, or empty
 * @param {import("./data.js").Means} means
 * @returns {import("./data.js").Screen}
 */
export function drawSee(at, { words, catalogue, starts }) {
  const group = starts.situations.find(({ situations }) => situations.some(({ id }) => id === at));
  const situation = group?.situations.find(({ id }) => id === at);
  /** @param {import("./data.js").Situation[]} situations */
  const links = (situations) => situations.map(({ id, says }) => drawStartLink(says, "see", id));
  if (!group || !situation) {
    const head = drawHead(words.say("start-see"), drawWayHome(words));
    const groups = starts.situations.map(({ name, situations }) => ({ name, links: links(situations) }));
    return { before: [head], moves: [], after: [drawColumns("h3", groups)], said: "" };
  }
  const head = drawHead(situation.says, drawStartLink(words.say("see-all"), "see"));
  const others = { name: group.name, links: links(group.situations.filter((other) => other !== situation)) };
  return {
    before: [head],
    moves: situation.moves.flatMap((id) => catalogue.byId.get(id) ?? []),
    after: others.links.length ? [drawColumns("h3", [others])] : [],
    said: "",
  };
}
