import { openPage } from "../toolbox/page.js";
import { trayToggle } from "../tray/toggle.js";

const { words, tray } = openPage();
for (const place of document.querySelectorAll("[data-keep]"))
  place.append(trayToggle(place.getAttribute("data-keep") ?? "", tray, words));
