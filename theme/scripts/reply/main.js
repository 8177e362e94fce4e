import { sealReply } from "./seal.js";

/** What the form fetches once somebody writes. @typedef {{ sealReply: typeof sealReply }} Seal */

Object.assign(globalThis, { waypostReply: { sealReply } });
