import { drawCode } from "../tray/code.js";
import { present } from "./presenter.js";

/**
 * What the viewer finds once this script has run. Nothing in here knows a key: media come through `open`.
 *
 * @typedef {{ present: typeof present, drawCode: typeof drawCode }} Presenter
 */
Object.assign(globalThis, { waypostPresenter: { present, drawCode } });
