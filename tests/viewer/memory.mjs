// What the viewer's modules hold in memory, told as JSON: see test_memory.py.
import { readContent } from "../../theme/scripts/viewer/age.js";
import { saveContent } from "../../theme/scripts/viewer/opening.js";
import { MOST_HELD, Pile } from "../../theme/scripts/viewer/pile.js";
import { Shelf } from "../../theme/scripts/viewer/shelf.js";

const PIECE = 64 << 10;

/** A stream as age gives it: pieces, made when they are asked for, with the padding of zeros behind the content. */
function plain(size, padded, last = 0) {
  let given = 0;
  return new ReadableStream({
    pull(controller) {
      if (given >= padded) return controller.close();
      const piece = new Uint8Array(Math.min(PIECE, padded - given));
      piece.fill(7, 0, Math.max(0, size - given));
      given += piece.length;
      if (given === padded && padded > size) piece[piece.length - 1] = last;
      controller.enqueue(piece);
    },
  });
}

async function pile() {
  const size = 200_000_003;
  const pile = new Pile();
  let most = 0;
  const told = [];
  const take = (piece) => {
    const added = pile.add(piece);
    most = Math.max(most, pile.held);
    return added;
  };
  await readContent(plain(size, size + 90_000), size, take, (done) => told.push(done));
  const whole = pile.whole("video/mp4");
  const ends = new Uint8Array(await new Blob([whole.slice(0, 1), whole.slice(-1)]).arrayBuffer());
  const rising = told.every((done, place) => done <= size && done >= (told[place - 1] ?? 0));
  return { size: whole.size, type: whole.type, most, allowed: MOST_HELD, ends: [...ends], rising };
}

async function refusals() {
  const short = await readContent(plain(900, 900), 1000, () => {}).then(() => "read", (error) => error.message);
  const unclean = await readContent(plain(900, 1000, 1), 900, () => {}).then(() => "read", (error) => error.message);
  const { Blob: whole } = globalThis;
  globalThis.Blob = class extends whole {
    slice() {
      return { arrayBuffer: () => Promise.reject(new DOMException("no room", "NotReadableError")) };
    }
  };
  const pile = new Pile();
  const full = await readContent(plain(5 << 20, 5 << 20), 5 << 20, (piece) => pile.add(piece)).then(() => "read", (error) => error.reason);
  globalThis.Blob = whole;
  return { short, unclean, full };
}

/** A file of the reader's, and a host whose answers are what they hold, so that age may stay out of it. */
async function saved(...answers) {
  const asked = [];
  globalThis.fetch = async (address, { cache }) => {
    asked.push(cache);
    return new Response(answers.shift());
  };
  const log = [];
  let content = "";
  const file = {
    createWritable: async () => ({
      truncate: async () => (content = ""),
      seek: async () => {},
      write: async (piece) => (content += new TextDecoder().decode(piece)),
      abort: async () => log.push("nothing is written"),
      close: async () => log.push(content),
    }),
  };
  const from = { decrypter: { decrypt: async (body) => body }, pool: "https://host.example/b/" };
  await saveContent(from, { blob: "00", size: 5 }, file).catch((error) => log.push(error.reason));
  return { asked, log };
}

/** A vault that opens a medium when it is told to. */
function slowVault() {
  const log = [];
  const open = new Map();
  return {
    log,
    finish: async (token) => {
      open.get(token)?.resolve({ address: `blob:${token}`, drop: () => log.push(`dropped ${token}`) });
      await settle();
    },
    fail: async (token) => {
      open.get(token)?.reject(new Error("no"));
      await settle();
    },
    placeMedium(token, _onProgress, signal) {
      log.push(`asked ${token}`);
      return new Promise((resolve, reject) => {
        open.set(token, { resolve, reject });
        signal.addEventListener("abort", () => {
          log.push(`left ${token}`);
          reject(signal.reason);
        });
      });
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function shared() {
  const vault = slowVault();
  const shelf = new Shelf(vault);
  const [one, two] = [shelf.hold("a"), shelf.hold("a")];
  await vault.finish("a");
  one.drop();
  one.drop();
  const after = [...vault.log];
  const address = await two.address;
  two.drop();
  await settle();
  return { address, after, log: vault.log };
}

async function turns() {
  const vault = slowVault();
  const shelf = new Shelf(vault);
  const holds = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((token) => [token, shelf.hold(token)]));
  for (const { address } of Object.values(holds)) address.catch(() => {});
  await settle();
  const first = [...vault.log];
  holds.d.drop();
  holds.b.drop();
  await settle();
  await vault.finish("a");
  return { first, log: vault.log };
}

async function again() {
  const vault = slowVault();
  const shelf = new Shelf(vault);
  const failed = shelf.open("a").catch(() => "failed");
  await settle();
  await vault.fail("a");
  const second = shelf.open("a");
  await settle();
  await vault.finish("a");
  const said = [await failed, await second];
  shelf.clear();
  await settle();
  return { said, log: vault.log };
}

console.log(JSON.stringify({ pile: await pile(), refusals: await refusals(), shared: await shared(), turns: await turns(), again: await again(),
  saved: [await saved("whole"), await saved("who", "whole"), await saved("who", "who")] }));
