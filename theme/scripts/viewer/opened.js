import { createPortfolio } from "./portfolio.js";

/**
 * Everything that an opened link is shown with. It comes while the link is being opened.
 *
 * @typedef {{ createPortfolio: typeof createPortfolio }} Showing what stands in the window once this has run
 */

Object.assign(globalThis, { waypostPortfolio: { createPortfolio } });
