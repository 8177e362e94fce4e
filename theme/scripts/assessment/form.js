/**
 * @typedef {import("../keeping/sheet.js").Form} Form
 * @typedef {import("../keeping/sheet.js").Sheet} Sheet
 */

export const LEVELS = ["initiating", "developing", "performing"];

/** The part of a round's head that a person types. */
export const TYPED = ["rater", "role"];

/**
 * @param {{ id: string, name: string }[]} attributes
 * @param {string} title
 * @returns {Form} a sheet of which is one round
 */
export function assessmentForm(attributes, title) {
  return {
    format: "waypost-self-assessment",
    version: 1,
    one: "round",
    title,
    head: [
      { id: "rater", kind: "line" },
      { id: "role", kind: "line" },
      { id: "finished", kind: "day" },
    ],
    entries: attributes.map(({ id, name }) => ({
      id,
      name,
      group: "",
      fields: [
        { id: "level", kind: "choice", values: LEVELS },
        { id: "evidence", kind: "text" },
        { id: "date", kind: "day" },
      ],
    })),
  };
}
