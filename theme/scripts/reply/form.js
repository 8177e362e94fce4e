import { element } from "../viewer/element.js";
import { copyShown } from "../viewer/handing.js";
import { Draft } from "./draft.js";
import { Fields } from "./fields.js";
import { saveParcel, shareParcel } from "./handing.js";

/**
 * @typedef {import("./draft.js").Values} Values
 * @typedef {import("./handing.js").Parcel} Parcel
 */

/**
 * Wires the form: kept as a draft while it is written, sealed when it is done, forgotten when it is handed over.
 *
 * @param {object} place
 * @param {HTMLElement} place.desk holds the form, and the ways to hand it over
 * @param {Uint8Array} place.link the secret of the link
 * @param {Uint8Array} place.id of the link
 * @param {string} place.draftName under which the device keeps the draft
 * @param {string} place.contact whom to send it to, as the school says it; or nothing
 * @param {() => Promise<import("./main.js").Seal>} place.fetchSeal what seals; it comes from the host
 * @returns {() => void} ends it
 */
export function writeBack({ desk, link, id, draftName, contact, fetchSeal }) {
  /** @type {Record<string, string>} */
  const sentences = JSON.parse(desk.dataset.words ?? "{}");
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (desk.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (find("form"));
  const out = find(".reply-out");
  const status = find(".reply-status");
  const note = find(".reply-kept");
  const forget = find("[data-act=forget]");
  const undo = find("form [data-act=undo]");
  const sent = find("[data-act=sent]");
  const shown = /** @type {HTMLTextAreaElement} */ (find(".reply-text"));
  const fields = new Fields(form, sentences);
  const draft = new Draft(draftName);
  const leaving = new AbortController();
  /** @type {Values} */
  let forgotten = {};
  /** @type {Parcel | null} */
  let parcel = null;

  const say = (/** @type {string} */ sentence, name = "") => {
    status.textContent = (sentences[sentence] ?? "").replace("{name}", name);
  };
  const draw = () => {
    forget.hidden = Object.keys(fields.written()).length === 0;
    undo.hidden = Object.keys(forgotten).length === 0;
    note.textContent = sentences[draft.lasting ? "kept" : "not-kept"] ?? "";
  };
  const keep = () => {
    const values = fields.written();
    if (Object.keys(values).length) draft.save(values);
    else draft.forget();
    draw();
  };
  /** @param {"writing" | "sealed" | "sent"} state */
  const turn = (state) => {
    form.hidden = find(".reply-lead").hidden = state !== "writing";
    out.hidden = state !== "sealed";
    find(".reply-done").hidden = state !== "sent";
    status.textContent = "";
  };
  const seal = async () => {
    say("sealing");
    // What is written after this would not be in the reply.
    form.inert = true;
    await sealWritten();
    form.inert = false;
    if (!form.hidden) /** @type {HTMLElement | null} */ (form.querySelector("[type=submit]"))?.focus();
  };
  const sealWritten = async () => {
    const coming = await fetchSeal().catch(() => null);
    if (!coming) return say("fetch-failed");
    try {
      const written = { id, link, page: document.documentElement.lang, today: new Date() };
      const sealed = await coming.sealReply(fields.values(), written, desk.dataset.post ?? "");
      if (leaving.signal.aborted) return;
      parcel = { name: `reply-${randomDigits()}.age`, ...sealed };
    } catch {
      say("seal-failed");
      return;
    }
    shown.value = parcel.text;
    sent.hidden = true;
    turn("sealed");
    find(".reply-out-title").focus();
  };

  fields.fill(draft.load());
  if (contact) find(".reply-contact").replaceChildren(element("bdi", {}, contact));
  find("[data-act=share]").hidden = !("share" in navigator);
  draw();
  turn("writing");

  // By the time that it is needed, the network may have gone.
  form.addEventListener("focusin", () => void fetchSeal().catch(() => {}), { once: true });
  form.addEventListener("input", (event) => {
    forgotten = {};
    status.textContent = "";
    keep();
    fields.mend();
    const { value = "", maxLength = -1 } = /** @type {HTMLTextAreaElement} */ (event.target);
    if (maxLength > 0 && value.length >= maxLength) say("full");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = fields.judge();
    if (wrong) wrong.focus();
    else void seal();
  });
  // Before it has left in some way, nobody can have sent it.
  const left = () => (sent.hidden = false);
  shown.addEventListener("copy", left);
  /** @type {Record<string, () => void>} */
  const acts = {
    forget() {
      forgotten = fields.written();
      fields.fill({});
      draft.forget();
      draw();
      say("forgotten");
      undo.focus();
    },
    undo() {
      fields.fill(forgotten);
      forgotten = {};
      turn("writing");
      keep();
      say("restored");
      forget.focus();
    },
    share() {
      if (!parcel) return;
      void shareParcel(parcel, sentences["share-title"] ?? "");
      left();
    },
    save() {
      if (!parcel) return;
      saveParcel(parcel);
      left();
      say("saved", parcel.name);
    },
    async copy() {
      const copied = await copyShown(shown);
      say(copied ? "copied" : "not-copied");
      if (copied) left();
    },
    change() {
      turn("writing");
      fields.focus();
    },
    again: () => acts.change?.(),
    sent() {
      parcel = null;
      shown.value = "";
      forgotten = fields.written();
      draft.forget();
      fields.fill({});
      draw();
      turn("sent");
      find(".reply-thanks").focus();
    },
  };
  desk.addEventListener(
    "click",
    (event) => {
      const act = event.target instanceof Element && event.target.closest("[data-act]")?.getAttribute("data-act");
      if (act) acts[act]?.();
    },
    { signal: leaving.signal },
  );
  return () => leaving.abort();
}

/** @returns {string} eight hex digits, so that no file takes another's place */
function randomDigits() {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(16).padStart(8, "0");
}
