/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} content text is text, never markup
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/**
 * @param {string} label
 * @param {() => void} onClick
 * @param {string} [classes]
 */
export function button(label, onClick, classes = "button") {
  const made = element("button", { type: "button", class: classes }, label);
  made.addEventListener("click", onClick);
  return made;
}
