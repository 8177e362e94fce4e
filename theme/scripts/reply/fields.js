/**
 * @typedef {import("./draft.js").Values} Values
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field
 */

const QUESTIONS = ["noticed", "surprised", "question", "help"];

/** What is asked: the fields of the form, what is in them, and what is missing. */
export class Fields {
  /**
   * @param {HTMLFormElement} form with a place for a fault below the first question and below the name
   * @param {Record<string, string>} sentences
   */
  constructor(form, sentences) {
    this.sentences = sentences;
    this.all = /** @type {Field[]} */ ([...form.querySelectorAll("[name]")]);
    this.blank = this.values();
  }

  /** @returns {Values} */
  values() {
    return Object.fromEntries(this.all.map(({ name, value }) => [name, value]));
  }

  /** @returns {Values} what differs from an empty form */
  written() {
    return Object.fromEntries(Object.entries(this.values()).filter(([name, value]) => value !== this.blank[name]));
  }

  /** @param {Values} values */
  fill(values) {
    for (const field of this.all) {
      const empty = this.blank[field.name] ?? "";
      field.value = values[field.name] ?? empty;
      // A piece that has left the plan since is no longer to choose.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = empty;
    }
  }

  focus() {
    this.all[0]?.focus();
  }

  /** @returns {Record<string, boolean>} whether there is an answer, and a name, by the fields that say so where not */
  #given() {
    const said = this.values();
    const has = (/** @type {string} */ name) => Boolean(said[name]?.trim());
    return { noticed: QUESTIONS.some(has), name: has("name") };
  }

  /** Says what is missing. @returns {Field | null} the first field with a fault */
  judge() {
    const faults = Object.entries(this.#given()).filter(([, given]) => !given);
    this.mend();
    for (const [name] of faults) this.#mark(name, this.sentences[`${name}-missing`] ?? "");
    return this.all.find(({ name }) => name === faults[0]?.[0]) ?? null;
  }

  /** Takes away what was said to be missing and is there by now. */
  mend() {
    for (const [name, given] of Object.entries(this.#given())) if (given) this.#mark(name, "");
  }

  /** @param {string} name @param {string} fault */
  #mark(name, fault) {
    const field = this.all.find((each) => each.name === name);
    const place = document.getElementById(`reply_${name}_fault`);
    if (!field || !place) return;
    place.textContent = fault;
    if (fault) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}
