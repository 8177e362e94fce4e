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
  const address = URL.createObjectURL(fileOf(parcel));
  const link = document.createElement("a");
  link.href = address;
  link.download = parcel.name;
  link.click();
  // Some browsers begin to read only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
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

/**
 * @param {HTMLTextAreaElement} shown where the text stands
 * @returns {Promise<boolean>} whether it is in the clipboard; it is selected in any case
 */
export async function copyText(shown) {
  shown.focus();
  shown.select();
  try {
    await navigator.clipboard.writeText(shown.value);
    return true;
  } catch {
    // Refused, or a page on plain http.
    return document.execCommand("copy");
  }
}
