import { PlaceIndex } from "./index.js";
import { readPlaces } from "./places.js";
import { drawResult } from "./results.js";

/**
 * What the viewer finds once this script has run. It reads pages that are open already, and asks nobody for anything.
 *
 * @typedef {{ readPlaces: typeof readPlaces, PlaceIndex: typeof PlaceIndex, drawResult: typeof drawResult }} Search
 */
Object.assign(globalThis, { waypostSearch: { readPlaces, PlaceIndex, drawResult } });
