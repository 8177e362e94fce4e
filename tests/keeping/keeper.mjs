// Does with the browser's own modules what each line asks for, and answers on a line. The tests send hundreds of them.
import { createInterface } from "node:readline";
import { Device } from "../../theme/scripts/keeping/device.js";
import { difference, fillWhereAgreed } from "../../theme/scripts/keeping/difference.js";
import { writeJson } from "../../theme/scripts/keeping/json.js";
import { writeProse } from "../../theme/scripts/keeping/prose.js";
import { readSheets } from "../../theme/scripts/keeping/reading.js";
import { writeTable } from "../../theme/scripts/keeping/table.js";
import { Trouble } from "../../theme/scripts/keeping/trouble.js";
import { assessmentForm } from "../../theme/scripts/assessment/form.js";
import { addRounds, inOrder } from "../../theme/scripts/assessment/rounds.js";
import { plannerForm } from "../../theme/scripts/planner/form.js";
import { Words } from "../../theme/scripts/viewer/words.js";

const FORMS = { assessment: assessmentForm, planner: plannerForm };

const ACTIONS = {
  write: ({ sheets, as }, form, words) => {
    const name = (sheet, number) => `${number}. ${sheet.head.rater}`;
    return { json: writeJson, csv: writeTable, md: writeProse }[as](sheets, form, words, name);
  },
  read: ({ text, file }, form, words) => {
    try {
      return { sheets: readSheets(text, form) };
    } catch (error) {
      if (error instanceof Trouble) return { id: error.id, said: error.say(words, file) };
      throw error;
    }
  },
  load: ({ text }, form) => {
    Object.defineProperty(globalThis, "localStorage", { value: { getItem: () => text, setItem() {} }, configurable: true });
    return new Device("kept", form).load();
  },
  difference: ({ sheets, entry }, form) =>
    difference(
      form.entries.find(({ id }) => id === entry),
      sheets,
    ),
  fill: ({ sheets: [mine, ...others] }) => fillWhereAgreed(mine, others),
  order: ({ sheets, today }, form) => inOrder(sheets, form, today),
  add: ({ sheets, others, today }, form) => addRounds(sheets, others, form, today),
};

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const form = FORMS[asked.form](asked.entries, asked.words.title);
  const answer = ACTIONS[asked.action](asked, form, new Words(asked.lang, "ltr", asked.words));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
