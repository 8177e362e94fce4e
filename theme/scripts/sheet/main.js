import { openPage } from "../toolbox/page.js";
import { trayToggle } from "../tray/toggle.js";
import { openTarget } from "./target.js";
import { openForPrint } from "./print.js";
import { Stepper } from "./stepper.js";

const { words, tray } = openPage();
for (const place of document.querySelectorAll("[data-keep]"))
  place.append(trayToggle(place.getAttribute("data-keep") ?? "", tray, words));

const bar = document.getElementById("stepper");
const stepper = bar && new Stepper(bar, [...document.querySelectorAll(".step")], words);
const follow = () => {
  stepper?.follow();
  openTarget();
};
window.addEventListener("hashchange", follow);
follow();
openForPrint();
