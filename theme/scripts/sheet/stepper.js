import { button, element } from "../viewer/element.js";
import { target } from "./target.js";

/** Shows a progression's steps one at a time, where a reader asks for that. Paper shows them all. */
export class Stepper {
  /**
   * @param {HTMLElement} bar where its buttons stand
   * @param {Element[]} steps in order
   * @param {import("../viewer/words.js").Words} words
   */
  constructor(bar, steps, words) {
    this.steps = steps;
    this.words = words;
    /** @type {number | null} the place of the step that is shown, from 0; null: all are */
    this.at = null;
    this.mode = button("", () => this.show(this.at === null ? 0 : null), "text-button");
    this.before = button(words.say("step-before"), () => this.show((this.at ?? 0) - 1), "button button-quiet");
    this.after = button(words.say("step-after"), () => this.show((this.at ?? 0) + 1), "button button-quiet");
    this.place = element("p", { class: "stepper-place", role: "status" });
    bar.append(this.before, this.place, this.after, this.mode);
    bar.hidden = steps.length < 2;
    this.show(null);
  }

  /** Where one step is shown and the address points to another, that one is shown instead. */
  follow() {
    const found = this.steps.findIndex((step) => step === target());
    if (this.at !== null && found >= 0) this.show(found);
  }

  /** @param {number | null} at */
  show(at) {
    this.at = at;
    const last = this.steps.length - 1;
    for (const [place, step] of this.steps.entries()) step.classList.toggle("step-away", at !== null && place !== at);
    for (const group of document.querySelectorAll(".steps"))
      group.classList.toggle("step-away", !group.querySelector(".step:not(.step-away)"));
    this.before.hidden = this.after.hidden = this.place.hidden = at === null;
    const focused = document.activeElement;
    this.before.disabled = at === 0;
    this.after.disabled = at === last;
    // A button that is switched off drops the focus.
    if (this.before.disabled && focused === this.before) this.after.focus();
    if (this.after.disabled && focused === this.after) this.before.focus();
    this.mode.textContent = this.words.say(at === null ? "step-one" : "step-all");
    this.place.textContent = at === null ? "" : this.words.say("step-place", { place: at + 1, count: last + 1 });
  }
}
