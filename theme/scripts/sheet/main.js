import { openPage } from "../toolbox/page.js";
import { trayToggle } from "../tray/toggle.js";
import { openTarget } from "./target.js";
import { openForPrint } from "./print.js";
import { Stepper } from "./stepper.js";

const { words, tray } = openPage();
for (const place of document.querySelectorAll("[data-keep]")) {
  const id = place.getAttribute("data-keep") ?? "";
  const toggle = trayToggle(id, tray, words);
  // There are many of these on a page: each says which move it keeps.
  toggle.setAttribute("aria-describedby", `${id}-deed`);
  place.append(toggle);
}

const bar = document.getElementById("stepper");
const stepper = bar && new Stepper(bar, [...document.querySelectorAll(".step")], words);
const follow = () => {
  stepper?.follow();
  openTarget();
};
window.addEventListener("hashchange", follow);
follow();
openForPrint();
