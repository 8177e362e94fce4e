/**
 * @typedef {import("./shelf.js").Shelf} Shelf
 */

/**
 * Opens the words of a film that is being opened. Where they cannot be had, the film is shown all the same.
 *
 * @param {HTMLMediaElement} film
 * @param {Shelf} shelf
 */
export async function openCaptions(film, shelf) {
  for (const track of film.querySelectorAll("track")) {
    try {
      track.src = await shelf.open(track.dataset.media ?? "");
    } catch {
      track.remove();
    }
  }
}
