import { openPage } from "../toolbox/page.js";
import { Assessment } from "./assessment.js";

const { words } = openPage();
new Assessment(words);
