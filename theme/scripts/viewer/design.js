/**
 * The look that a learner chose: a theme of the style sheet, and colours in the place of the theme's. It came
 * sealed, so before the link is opened every portfolio looks the same.
 *
 * @typedef {{ theme?: string, accent?: Record<string, string> }} Design
 */

/**
 * @param {Design | undefined} design none in what an older build sealed
 * @returns {() => void} takes it off again
 */
export function wearDesign(design) {
  const { dataset, style } = document.documentElement;
  const colours = Object.entries(design?.accent ?? {});
  if (design?.theme) dataset.theme = design.theme;
  for (const [name, colour] of colours) style.setProperty(name, colour);
  return () => {
    delete dataset.theme;
    for (const [name] of colours) style.removeProperty(name);
  };
}
