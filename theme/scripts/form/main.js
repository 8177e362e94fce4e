import { Catalogue } from "../finder/catalogue.js";
import { isEmpty } from "../finder/terms.js";
import { pageData } from "../toolbox/move.js";
import { openPage, part } from "../toolbox/page.js";
import { Form } from "./form.js";

const { words } = openPage();
const { moves } = pageData();
const facts = /** @type {import("./form.js").Facts} */ (JSON.parse(part("add-facts").textContent || "{}"));
new Form(facts, new Catalogue(moves), words, isEmpty).open();
