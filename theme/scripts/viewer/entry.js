import { serveThread } from "./thread.js";

// The same file is the page's script and, without a page, the thread that opens media beside it: nothing more to fetch.
if (typeof document === "undefined") serveThread();
else void import("./main.js");
