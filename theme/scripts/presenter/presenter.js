import Reveal from "reveal.js";
import { button, element } from "../viewer/element.js";
import { Words } from "../viewer/words.js";
import { emptySlides, fillSlides, togglePlayer } from "./reel.js";
import { createScreen } from "./screen.js";
import { createSpeaker } from "./speaker.js";
import { fitSlide, stageSlides } from "./stage.js";

/**
 * @typedef {object} Talk
 * @property {HTMLElement} outline the page's slides, with words and the length of the slot
 * @property {string} lang
 * @property {"ltr" | "rtl"} dir
 * @property {string} style address of the presenter's style sheet
 * @property {(token: string) => Promise<string>} open gives the `blob:` address of a medium
 * @property {() => void} onEscape the speaker wants to leave
 */

const IDLE = 3000;
const WIDE = { width: 1280, height: 720 };
const TALL = { width: 720, height: 1180 };

/** @param {HTMLElement} stage */
const sizeFor = (stage) => (stage.clientHeight > stage.clientWidth * 1.1 ? TALL : WIDE);

/**
 * Starts the slides over the page, which stays as it is below them.
 *
 * @param {Talk} talk
 * @returns {{ leave: () => void }}
 */
export function present({ outline, lang, dir, style, open, onEscape }) {
  const words = new Words(lang, dir, JSON.parse(outline.dataset.words ?? "{}"));
  const name = outline.dataset.name ?? "";
  const leaving = new AbortController();
  const { signal } = leaving;
  const slides = stageSlides(outline);
  const sections = slides.map(({ section }) => section);

  const place = element("span", { class: "presenter-place" });
  const status = element("span", { class: "presenter-status", role: "status" });
  const reveal = element("div", { class: "reveal", dir }, element("div", { class: "slides" }, ...sections));
  const stage = element("div", { class: "presenter-stage", tabindex: "-1" }, reveal);
  const title = element("h1", { class: "unseen" }, words.say("presentation", { name }));
  const root = element("main", { class: "presenter", lang, dir }, title, stage);
  const screen = createScreen(root, signal, onEscape);
  const quiet = "button button-quiet";
  const bar = element(
    "div",
    { class: "presenter-bar" },
    element("p", { class: "presenter-steps" }, button(words.say("before"), () => step(-1), quiet), place, button(words.say("after"), () => step(1), quiet)),
    status,
    element(
      "p",
      { class: "presenter-ways" },
      button(words.say("speaker"), () => toggleSpeaker(), quiet),
      ...(screen.offered ? [button(words.say("full"), screen.toggle, quiet)] : []),
      button(words.say("leave"), onEscape, quiet),
    ),
  );
  root.append(bar);

  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  document.body.append(root);
  document.body.dataset.presenting = "";
  const deck = new Reveal(reveal, {
    ...sizeFor(stage),
    embedded: true,
    margin: 0,
    minScale: 0.1,
    maxScale: 6,
    center: false,
    display: "grid",
    controls: false,
    progress: false,
    // The address holds the key, and the portfolio's own routes.
    hash: false,
    history: false,
    respondToHashChanges: false,
    jumpToSlide: false,
    overview: false,
    help: false,
    fragments: false,
    autoAnimate: false,
    autoPlayMedia: false,
    postMessage: false,
    postMessageEvents: false,
    scrollActivationWidth: 0,
    hideInactiveCursor: true,
    focusBodyOnPageVisibilityChange: false,
    rtl: dir === "rtl",
    transition: still ? "none" : "fade",
    transitionSpeed: "fast",
    backgroundTransition: "none",
    keyboardCondition: (event) => !isForControl(event),
  });
  /** @param {number} by */
  const step = (by) => (by < 0 ? deck.prev() : deck.next());
  const layOut = () => {
    const size = sizeFor(stage);
    root.toggleAttribute("data-tall", size === TALL);
    deck.configure(size);
    deck.layout();
    fitAll();
  };
  const fitAll = () => {
    const current = deck.getCurrentSlide();
    if (current) fitSlide(current);
  };
  /** @param {KeyboardEvent} event @returns {boolean} whether it was one of ours */
  const ownKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const key = event.key.toLowerCase();
    if (key === "escape") onEscape();
    else if (key === "s") toggleSpeaker();
    else if (key === "f") screen.toggle();
    else if (key === "p") togglePlayer(deck.getCurrentSlide());
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const speaker = createSpeaker({
    root,
    slides,
    words,
    name,
    style,
    minutes: Number(outline.dataset.minutes) || 0,
    step,
    onLayout: () => started && layOut(),
    onKey: (event) => {
      if (ownKey(event) || isForControl(event)) return;
      const forward = dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const backward = dir === "rtl" ? "ArrowRight" : "ArrowLeft";
      if ([forward, "ArrowDown", "PageDown", " "].includes(event.key)) step(1);
      else if ([backward, "ArrowUp", "PageUp"].includes(event.key)) step(-1);
      else return;
      event.preventDefault();
    },
  });
  const toggleSpeaker = () => {
    // A second window ends the full screen in some browsers, and that is no wish to leave.
    screen.expectLoss();
    speaker.toggle();
  };
  const turn = () => {
    const { h } = deck.getIndices();
    place.textContent = words.say("place", { number: h + 1, total: slides.length });
    speaker.turn(h);
    fitAll();
  };
  let started = false;
  let settled = false;
  const begin = async () => {
    await deck.initialize();
    if (signal.aborted) return;
    started = true;
    deck.on("slidechanged", () => {
      // Whoever has begun knows that all is here.
      if (settled) status.textContent = "";
      turn();
    });
    layOut();
    turn();
    stage.focus({ preventScroll: true });
    const whole = await fillSlides(sections, open, words, signal, (done, total) => {
      status.textContent = done < total ? words.say("fetching", { done: done + 1, total }) : "";
      fitAll();
    });
    if (signal.aborted) return;
    settled = true;
    status.textContent = words.say(whole ? "fetched" : "missing");
    turn();
  };

  // Before reveal.js, which listens on the document and has other plans for some of these keys.
  addEventListener("keydown", ownKey, { signal, capture: true });
  // The stage changes with the window, and with the lines that the bar below it takes.
  const sizes = new ResizeObserver(() => started && layOut());
  sizes.observe(stage);
  // Pictures and fonts come late and change the height of words beside them.
  reveal.addEventListener("load", fitAll, { signal, capture: true });
  addEventListener("pagehide", () => speaker.close(), { signal });
  let idle = 0;
  const wake = () => {
    clearTimeout(idle);
    delete root.dataset.idle;
    idle = window.setTimeout(() => (root.dataset.idle = ""), IDLE);
  };
  for (const sign of ["pointermove", "pointerdown", "focusin"]) root.addEventListener(sign, wake, { signal });
  wake();
  screen.toggle();
  void begin();

  return {
    leave() {
      leaving.abort();
      clearTimeout(idle);
      sizes.disconnect();
      screen.give();
      speaker.leave();
      emptySlides(sections);
      if (started) deck.destroy();
      root.remove();
      delete document.body.dataset.presenting;
    },
  };
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key belongs to the button or player that has the focus
 */
function isForControl(event) {
  const held = event.target instanceof Element ? event.target.closest("button, a, video, audio") : null;
  return held !== null && [" ", "Enter"].includes(event.key);
}
