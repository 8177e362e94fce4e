import { writeBack } from "../reply/form.js";
import { fetchBundle } from "./later.js";
import { readId, readLink } from "./link.js";

/**
 * The form for writing back, where the page has one. What seals is fetched once somebody writes.
 *
 * @param {object} place
 * @param {HTMLElement} place.root says where the script that seals lies
 * @param {HTMLElement} place.main the page, laid out
 * @param {string} place.secret
 * @param {() => string} place.nameDraft
 * @returns {{ leave: () => void }} `leave` when the page goes
 */
export function wireReply({ root, main, secret, nameDraft }) {
  const desk = /** @type {HTMLElement | null} */ (main.querySelector("[data-post]"));
  if (!desk) return { leave: () => {} };
  desk.querySelector(".reply-none")?.remove();
  const { reply, contact } = root.dataset;
  const leave = writeBack({
    desk,
    link: readLink(`#${secret}`).secret,
    id: readId(location.pathname),
    draftName: nameDraft(),
    contact: contact ?? "",
    fetchSeal: () => fetchBundle(reply ?? "", "waypostReply"),
  });
  return { leave };
}
