// What the address of a link says, and what comes after it, told as JSON: see test_links.py.
import { fetchBundle } from "../../theme/scripts/viewer/later.js";
import { readLink, readRoute } from "../../theme/scripts/viewer/link.js";

const SECRET = "k7Qw2ZrAbCdEfGhIjKlMnOpQrStUvWxYz0123456780";

/** What a hash opens: the place, or why there is none. */
function opened(hash) {
  try {
    return readLink(hash).text === SECRET && readRoute(hash);
  } catch (error) {
    return error.reason;
  }
}

/** A host that answers a script with a page, then with nothing, then with the script. */
async function bundle() {
  const answers = ["load", "error", "load"];
  let asked = 0;
  globalThis.document = {
    createElement: () => Object.assign(new EventTarget(), { remove() {} }),
    head: {
      append(part) {
        asked += 1;
        if (asked === 3) globalThis.waypostPart = "come";
        part.dispatchEvent(new Event(answers[asked - 1]));
      },
    },
  };
  const said = [];
  for (let time = 0; time < 4; time++) said.push(await fetchBundle("part.js", "waypostPart").catch(() => "failed"));
  return { said, asked };
}

const hashes = ["", "/goals/goal-one", "%2Fgoals%2Fgoal-one", "%2fgoals/goal-one", "%2Fgo%20als"].map((path) => `#${SECRET}${path}`);
const changed = [...SECRET].map((_, place) => `#${SECRET.slice(0, place)}%${SECRET.slice(place + 1)}%2Fgoals`);
const spare = ["1", "2", "3"].map((last) => `#${SECRET.slice(0, -1)}${last}%2Fgoals`);
console.log(JSON.stringify({ opened: hashes.map(opened), refused: [...changed, ...spare].map(opened), none: opened("#%2Fgoals"), bundle: await bundle() }));
