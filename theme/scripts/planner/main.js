import { openPage } from "../toolbox/page.js";
import { Planner } from "./planner.js";

const { words } = openPage();
new Planner(words);
