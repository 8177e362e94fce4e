// Does with the browser's own modules what each line asks for, and answers on a line.
import { createInterface } from "node:readline";
import { fold, formsOf, piecesOf, wordsOf } from "../../theme/scripts/search/folding.js";
import { PlaceIndex } from "../../theme/scripts/search/index.js";
import { passageOf } from "../../theme/scripts/search/passages.js";

const lineOf = (text) => ({ text, lang: "", dir: "", said: true });
const placeOf = ([title, text], at) => ({
  slug: "evidence",
  id: `place-${at}`,
  page: "What I made",
  title: lineOf(title),
  lines: text ? [lineOf(text)] : [],
  inDocument: false,
});

const ACTIONS = {
  fold: ({ words }) => words.map(fold),
  cut: ({ text }) => ({ pieces: piecesOf(text), words: wordsOf(text) }),
  find: async ({ places, texts, asked }) => {
    const index = new PlaceIndex(places.map(placeOf));
    await index.addTexts(texts ?? {});
    return asked.map((typed) => {
      const found = index.find(typed);
      return {
        ids: found.results(0, Infinity).map(({ place }) => place.id + (place.inDocument ? ", in the document" : "")),
        marked: found.results(0, Infinity).map(({ title, passage }) =>
          [...title, ...(passage?.pieces ?? [])].filter(({ marked }) => marked).map(({ text }) => text),
        ),
        whole: found.whole,
      };
    });
  },
  passage: ({ text, word }) => passageOf([lineOf(text)], new Set(formsOf(fold(word))), false),
};

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await ACTIONS[asked.action](asked))}\n`);
}
