/**
 * How numbers and days are written: as on the pages, which are drawn with the days of the common calendar and with
 * Latin digits, and where Spanish follows Latin America. A browser by itself does otherwise in some languages.
 *
 * @param {string} lang
 * @returns {string}
 */
export function localeOf(lang) {
  try {
    return new Intl.Locale(lang === "es" ? "es-419" : lang, { calendar: "gregory", numberingSystem: "latn" }).toString();
  } catch {
    return "en";
  }
}

/**
 * The viewer's sentences in one language. None stands in the script: those for locked pages come
 * with the shell, those for an opened portfolio with its manifest.
 */
export class Words {
  /**
   * @param {string} lang
   * @param {"ltr" | "rtl"} dir
   * @param {Record<string, string>} sentences
   */
  constructor(lang, dir, sentences) {
    this.lang = lang;
    this.written = "";
    this.dir = dir;
    this.sentences = sentences;
  }

  /** Found out once it is asked for: for the first of them, a browser has to fetch all that it knows of languages. */
  get locale() {
    this.written ||= localeOf(this.lang);
    return this.written;
  }

  /**
   * @param {string} id
   * @param {Record<string, string | number>} [values] for the places in braces
   * @returns {string}
   */
  say(id, values = {}) {
    const sentence = this.sentences[id] ?? "";
    return sentence.replace(/\{(\w+)\}/g, (place, name) => {
      const value = values[name];
      if (value === undefined) return place;
      return typeof value === "number" ? value.toLocaleString(this.locale) : value;
    });
  }

  /**
   * @param {number} bytes
   * @returns {string} such as "3.2 MB"
   */
  size(bytes) {
    const [amount, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), "kilobyte"] : [bytes / 1e6, "megabyte"];
    return amount.toLocaleString(this.locale, { style: "unit", unit, maximumFractionDigits: amount < 10 ? 1 : 0 });
  }

  /** The page's language and direction become these. */
  dress() {
    document.documentElement.lang = this.lang;
    document.documentElement.dir = this.dir;
  }
}

const RIGHT_TO_LEFT = ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"];

/** @returns {Words} the shell's words in the first of the reader's languages that it has */
export function shellWords() {
  const block = document.getElementById("waypost-words");
  /** @type {Record<string, Record<string, string>>} */
  const all = JSON.parse(block?.textContent || "{}");
  const wanted = [...navigator.languages, document.documentElement.lang, ...Object.keys(all)];
  const lang = wanted.map((tag) => tag.split("-", 1)[0] ?? "").find((tag) => Object.hasOwn(all, tag)) ?? "en";
  return new Words(lang, RIGHT_TO_LEFT.includes(lang) ? "rtl" : "ltr", all[lang] ?? {});
}

/**
 * @param {import("./manifest.js").Manifest} manifest
 * @param {Words} shell what stands in where the manifest has no sentence
 * @returns {Words}
 */
export function manifestWords(manifest, shell) {
  return new Words(manifest.lang, manifest.dir, { ...shell.sentences, ...manifest.words });
}
