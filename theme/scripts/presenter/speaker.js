import { button, element } from "../viewer/element.js";
import { Stopwatch, sayTime } from "./stopwatch.js";

/**
 * @typedef {import("../viewer/words.js").Words} Words
 * @typedef {import("./stage.js").Staged} Staged
 *
 * What only the speaker sees: notes, the slide that comes, and the time.
 *
 * @typedef {object} Speaker
 * @property {() => void} toggle opens or closes it
 * @property {(index: number) => void} turn
 * @property {() => void} close
 * @property {() => void} leave when the talk is over, and its time
 */

/**
 * @param {Words} words
 * @param {number} slot seconds, 0 for none
 */
function timePanel(words, slot) {
  const watch = new Stopwatch();
  const now = element("b", { class: "speaker-now" });
  const rest = element("span", { class: "speaker-rest" });
  const run = button("", () => turn(watch.toggle), "button button-quiet");
  const again = button(words.say("again"), () => turn(watch.restart), "button button-quiet");
  const time = element("p", { class: "speaker-time", role: "timer", "aria-label": words.say("time") }, now, " ", rest);
  const say = () => {
    const { seconds } = watch;
    const ahead = slot - seconds;
    now.textContent = sayTime(seconds, words.lang);
    if (!slot) return;
    const left = words.say(ahead < 0 ? "over" : "left", { time: sayTime(Math.abs(ahead), words.lang) });
    rest.textContent = `${words.say("of-slot", { slot: sayTime(slot, words.lang) })}${words.dir === "rtl" ? "،" : ","} ${left}`;
    time.toggleAttribute("data-over", ahead < 0);
  };
  /** @param {() => void} change */
  const turn = (change) => {
    change.call(watch);
    run.textContent = words.say(watch.runs ? "pause" : "go-on");
    say();
  };
  run.textContent = words.say("pause");
  say();
  // Twice a second, so that no second is seen to be left out.
  const timer = setInterval(say, 500);
  return { node: element("div", { class: "speaker-clock" }, time, element("p", { class: "speaker-buttons" }, run, " ", again)), stop: () => clearInterval(timer) };
}

/**
 * The panel in a window of its own. That window has no address and so no key: it is filled from here, and inherits
 * this page's policy.
 *
 * @param {HTMLElement} panel
 * @param {string} style address of the style sheet
 * @param {Words} words
 * @param {string} title
 * @returns {Window | null} null where the browser opens none
 */
function openWindow(panel, style, words, title) {
  const child = window.open("", "", "popup,width=960,height=680");
  if (!child) return null;
  const { document: page } = child;
  page.title = title;
  page.documentElement.lang = words.lang;
  page.documentElement.dir = words.dir;
  const { dataset, style: worn } = document.documentElement;
  if (dataset.theme) page.documentElement.dataset.theme = dataset.theme;
  page.documentElement.style.cssText = worn.cssText;
  for (const sheet of document.querySelectorAll("link[rel=stylesheet]")) {
    const href = /** @type {HTMLLinkElement} */ (sheet).href;
    page.head.append(Object.assign(page.createElement("link"), { rel: "stylesheet", href }));
  }
  // In the file that is taken along, they stand in the page itself.
  for (const sheet of document.querySelectorAll("style")) page.head.append(page.importNode(sheet, true));
  if (style && ![...page.styleSheets].length) page.head.append(Object.assign(page.createElement("link"), { rel: "stylesheet", href: style }));
  page.body.className = "speaker-window";
  page.body.append(element("main", {}, element("h1", { class: "unseen" }, title), panel));
  return child;
}

/**
 * @param {object} talk
 * @param {HTMLElement} talk.root the presenter, where the panel stands when there is no second window
 * @param {Staged[]} talk.slides
 * @param {Words} talk.words
 * @param {string} talk.name
 * @param {string} talk.style
 * @param {number} talk.minutes
 * @param {(step: number) => void} talk.step goes on or back
 * @param {(event: KeyboardEvent) => void} talk.onKey keys of the second window
 * @param {() => void} talk.onLayout the stage has another size
 * @returns {Speaker}
 */
export function createSpeaker({ root, slides, words, name, style, minutes, step, onKey, onLayout }) {
  const clock = timePanel(words, minutes * 60);
  const place = element("span", { class: "speaker-place" });
  const notes = element("div", { class: "speaker-words" });
  const coming = element("div", { class: "speaker-coming" });
  const here = element("p", { class: "speaker-here", hidden: "" }, words.say("speaker-here"));
  const panel = element(
    "section",
    { class: "speaker", "aria-label": words.say("speaker") },
    clock.node,
    element("p", { class: "speaker-steps" }, button(words.say("before"), () => step(-1), "button button-quiet"), place, button(words.say("after"), () => step(1))),
    here,
    element("div", { class: "speaker-part" }, element("h2", { class: "speaker-head" }, words.say("notes")), notes),
    element("div", { class: "speaker-part" }, element("h2", { class: "speaker-head" }, words.say("coming")), coming),
  );
  /** @type {Window | null} */
  let child = null;
  let shown = 0;

  const close = () => {
    const closing = child;
    child = null;
    closing?.close();
    panel.remove();
    delete root.dataset.speaker;
    onLayout();
  };
  /** @param {number} index */
  const turn = (index) => {
    shown = index;
    place.textContent = words.say("place", { number: index + 1, total: slides.length });
    notes.replaceChildren(slides[index]?.notes?.cloneNode(true) ?? element("p", { class: "when" }, words.say("no-notes")));
    const next = slides[index + 1]?.section.cloneNode(true);
    if (!(next instanceof HTMLElement)) {
      coming.replaceChildren(element("p", { class: "when" }, words.say("last")));
      return;
    }
    // A picture of it, not a second slide: the presenter's own marks would hide it.
    next.className = "slide staged";
    for (const name of ["hidden", "aria-hidden", "style", "tabindex"]) next.removeAttribute(name);
    for (const player of next.querySelectorAll("video, audio")) player.removeAttribute("controls");
    next.inert = true;
    coming.replaceChildren(next);
  };
  return {
    turn,
    toggle() {
      if (panel.isConnected) {
        close();
        return;
      }
      turn(shown);
      child = openWindow(panel, style, words, words.say("speaker-title", { name }));
      here.hidden = child !== null;
      if (child) {
        child.addEventListener("keydown", onKey);
        child.addEventListener("pagehide", () => child && close());
      } else {
        root.append(panel);
        root.dataset.speaker = "here";
        onLayout();
      }
    },
    close,
    leave() {
      clock.stop();
      close();
    },
  };
}
