// Words that say little about which move is meant: those that hold a sentence together, and those
// that stand in almost every sentence about a school. They count, for "why are we learning this" is made of
// nothing else, but they count little.
const EMPTY = new Set(
  `a about after all also always am an and any anymore are aren as at be because been before being but by can cannot
  could couldn did didn do does doesn doing don down during each else even ever every few for from get gets getting
  go goes going got had has hasn have haven having he her here hers him his how i if in into is isn it its just keep
  keeps kept let lets like ll make makes making many may me might mine more most much must my need needs never no nor
  not now of off on once one only or other our out over own per really s same she should shouldn so some
  something still such t take takes than that the their them then there these they thing things this those through
  to too try trying under until up us use used uses using ve very want wants was wasn way ways we well were weren
  what when where which while who whose why will with without won would wouldn yet you your yours
  child children class classes classroom educator educators kid kids learn learned learner learners learning learns lesson lessons pupil pupils
  room school schools student students teacher teachers`.split(/\s+/),
);

/** What makes one thing of the word before it: give up, hand in, fall behind. */
const PARTICLES = new Set("up out off down apart behind along over back away ahead around".split(" "));

/** Spellings of several words that mean one. */
const JOINED = /** @type {[RegExp, string][]} */ ([
  [/\b1 ?: ?1\b|\bone[- ](?:on|to)[- ]one\b|\b1[- ]on[- ]1\b/g, " oneonone "],
  [/\be-?mails?\b/g, " email "],
  [/\bwi-?fi\b/g, " wifi "],
  [/\bcheck(?:ed|ing|s)?[- ]?ins?\b/g, " checkin "],
  [/\bset[- ]?ups?\b/g, " setup "],
]);

/** Forms that no ending tells. */
const IRREGULAR = new Map(
  Object.entries({
    began: "begin", begun: "begin", broke: "break", broken: "break", brought: "bring", built: "build", chose: "choose",
    chosen: "choose", choice: "choose", choices: "choose", fallen: "fall", fell: "fall", felt: "feel", forgot: "forget",
    forgotten: "forget", fought: "fight", found: "find", gave: "give", given: "give", grew: "grow", grown: "grow",
    heard: "hear", held: "hold", knew: "know", known: "know", led: "lead", left: "leave", lost: "lose", meant: "mean",
    met: "meet", men: "man", people: "person", ran: "run", said: "say", sat: "sit", saw: "see", seen: "see",
    shown: "show", slept: "sleep", spoke: "speak", spoken: "speak", spent: "spend", stood: "stand", taught: "teach",
    thought: "think", told: "tell", understood: "understand", women: "woman", written: "write", wrote: "write",
    best: "good", better: "good", worse: "bad", worst: "bad",
  }),
);

/**
 * @param {string} text
 * @returns {string[]} its words in lower case, without accents or punctuation
 */
export function wordsOf(text) {
  let plain = text.toLowerCase();
  // Most texts need none of this, and thousands are read before the first answer.
  if (/[^\x00-\x7f]/.test(plain)) plain = plain.normalize("NFKD").replace(/\p{M}/gu, "").replace(/’/g, "'");
  if (/1|one|mail|wi-?fi|check|set/.test(plain))
    for (const [spelling, word] of JOINED) plain = plain.replace(spelling, word);
  if (plain.includes("'")) plain = plain.replace(/(\p{L})'(?:s|t|re|ve|ll|d|m)\b/gu, "$1");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * @param {string} word as `wordsOf` gives it
 * @returns {boolean} whether it says little about which move is meant
 */
export function isEmpty(word) {
  return EMPTY.has(word) || (word.length === 1 && !/\d/.test(word));
}

/**
 * What different forms of a word share: listens, listened, listening become listen. Light on purpose,
 * since a stem that goes too far joins words that mean different things.
 *
 * @param {string} word
 * @returns {string}
 */
export function stemOf(word) {
  let stem = STEMS.get(word);
  if (stem === undefined) STEMS.set(word, (stem = cut(IRREGULAR.get(word) ?? word)));
  return stem;
}

/** @type {Map<string, string>} */
const STEMS = new Map();

/** @param {string} word */
function cut(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let stem = word
    .replace(/([^aeiou])ies$/, "$1y")
    .replace(/(ss|sh|ch|x|z)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  const rest = /^(.*[aeiouy].*)(?:ing|ed|er|ly)$/.exec(stem)?.[1];
  if (rest && rest.length >= 3) stem = rest.replace(/([^aeiouls])\1$/, "$1").replace(/([^aeiou])i$/, "$1y");
  stem = stem.replace(/(?<=\w{4})(?:ations?|itions?|ion)$/, (ending) => (ending === "ion" ? "" : "at"));
  return stem.length > 3 ? stem.replace(/e$/, "") : stem;
}

/**
 * @param {string[]} words
 * @param {number} place
 * @returns {string} the word there and the one before as one, where they mean one thing; else empty
 */
export function phraseAt(words, place) {
  const word = words[place] ?? "";
  const before = words[place - 1];
  return before && PARTICLES.has(word) && before.length > 2 && !PARTICLES.has(before) ? `${stemOf(before)}_${word}` : "";
}

/**
 * @param {string} text
 * @returns {string[]} the stem of every word in it, in order
 */
export function stemsOf(text) {
  return wordsOf(text).map(stemOf);
}
