import { saveAs } from "../viewer/handing.js";

/**
 * @typedef {object} Parcel a sealed reply, ready to be handed over
 * @property {string} name of the file; it says nothing of anybody
 * @property {Uint8Array<ArrayBuffer>} file
 * @property {string} text
 */

/** @param {Parcel} parcel */
function fileOf({ name, file }) {
  return new File([file], name, { type: "application/octet-stream" });
}

/** @param {Parcel} parcel */
export function saveParcel(parcel) {
  saveAs(parcel.name, fileOf(parcel));
}

/**
 * Hands it to the device's own list of apps: as a file where those take one, else as a text.
 *
 * @param {Parcel} parcel
 * @param {string} title
 */
export async function shareParcel(parcel, title) {
  const files = [fileOf(parcel)];
  const data = navigator.canShare?.({ files }) ? { title, files } : { title, text: parcel.text };
  // Who closes that list has decided so: there is nothing to tell.
  await navigator.share(data).catch(() => {});
}
