// Bundles the browser code and styles into theme/assets, with the licences of what went in.
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, "../..");
const ASSETS = path.join(ROOT, "theme/assets");

/**
 * `limit` in bytes, gzipped. `whole`: nearly all of it runs at once, so browsers that know the word make it ready while it
 * still comes, and not piece by piece later, which takes a slow phone longer.
 *
 * @type {{ from: string, to: string, limit?: number, scrypt?: boolean, whole?: boolean }[]}
 */
const BUNDLES = [
  { from: "theme/scripts/viewer/ahead.js", to: "ahead.js", limit: 1_000 },
  { from: "theme/scripts/viewer/entry.js", to: "viewer.js", limit: 27_000, whole: true },
  { from: "theme/scripts/viewer/opened.js", to: "portfolio.js", limit: 20_000, whole: true },
  { from: "theme/styles/portfolio.css", to: "portfolio.css", limit: 20_000 },
  { from: "theme/scripts/presenter/main.js", to: "presenter.js" },
  { from: "theme/styles/presenter.css", to: "presenter.css" },
  { from: "theme/scripts/single/main.js", to: "single.js", limit: 50_000 },
  { from: "theme/scripts/sealed/main.js", to: "sealed.js", limit: 40_000, scrypt: true },
  { from: "theme/scripts/search/main.js", to: "search.js", limit: 20_000 },
  { from: "theme/scripts/reply/main.js", to: "reply.js", limit: 30_000 },
  { from: "theme/styles/site.css", to: "site.css" },
  { from: "theme/scripts/finder/main.js", to: "finder.js", limit: 40_000 },
  { from: "theme/scripts/sheet/main.js", to: "sheet.js" },
  { from: "theme/scripts/tray/main.js", to: "tray.js" },
  { from: "theme/scripts/cards/main.js", to: "cards.js" },
  { from: "theme/scripts/assessment/main.js", to: "assessment.js" },
  { from: "theme/scripts/planner/main.js", to: "planner.js" },
  { from: "theme/scripts/form/main.js", to: "form.js" },
  { from: "theme/scripts/worker/main.js", to: "worker.js" },
  { from: "theme/styles/toolbox.css", to: "toolbox.css", limit: 20_000 },
];

const UNUSED = /^@noble\/(post-quantum\/hybrid|curves\/nist|hashes\/scrypt)\.js$/;

/**
 * @param {boolean} scrypt whether this one is needed
 * @returns {esbuild.Plugin}
 */
const leaveOut = (scrypt) => ({
  name: "leave-out",
  setup(build) {
    const absent = { path: path.join(HERE, "absent.js") };
    build.onResolve({ filter: /^@noble\/curves\/ed25519\.js$/ }, () => ({ path: path.join(HERE, "curve.js") }));
    build.onResolve({ filter: UNUSED }, (asked) => (scrypt && asked.path.includes("scrypt") ? null : absent));
  },
});

/**
 * @param {{ from: string, to: string, scrypt?: boolean, whole?: boolean }} bundle
 * @returns {Promise<string[]>} the files that went in, relative to the root
 */
async function bundle({ from, to, scrypt = false, whole = false }) {
  const { metafile } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: from, out: to.replace(/\.\w+$/, "") }],
    outdir: ASSETS,
    bundle: true,
    minify: true,
    format: "iife",
    charset: "utf8",
    legalComments: "none",
    banner: whole ? { js: "//# allFunctionsCalledOnLoad" } : {},
    metafile: true,
    // es2020 for syntax, so that an older browser reaches the words that say so; the rest for styles.
    target: ["es2020", "chrome109", "firefox115", "safari16.4"],
    loader: { ".woff2": "file" },
    assetNames: "fonts/[name]",
    plugins: [leaveOut(scrypt)],
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs);
}

/**
 * @param {string[]} inputs
 * @returns {string[]} folders of npm packages, relative to the root, in order of name
 */
function packageFolders(inputs) {
  const folders = inputs.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/**
 * @param {string} folder
 * @returns {Promise<string>} name, version and licence of a package, and its own licence text
 * @throws {Error} when it has none
 */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(ROOT, folder, "package.json"), "utf8"));
  const file = (await readdir(path.join(ROOT, folder))).find((each) => /^(licen[cs]e|copying)/i.test(each));
  if (!file) throw new Error(`${folder}: no licence text, so it cannot be given to others`);
  const text = await readFile(path.join(ROOT, folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

await mkdir(ASSETS, { recursive: true });
await rm(path.join(ASSETS, "fonts"), { recursive: true, force: true });
/** @type {string[]} */
const inputs = [];
for (const each of BUNDLES) {
  if (!existsSync(path.join(ROOT, each.from))) {
    console.log(`${each.to}: left out, there is no ${each.from} yet`);
    continue;
  }
  inputs.push(...(await bundle(each)));
  const size = gzipSync(await readFile(path.join(ASSETS, each.to)), { level: 9 }).length;
  console.log(`${each.to}: ${(size / 1000).toFixed(1)} KB gzipped`);
  if (each.limit && size > each.limit) throw new Error(`${each.to} may have ${each.limit / 1000} KB at most`);
}
const licences = await Promise.all(packageFolders(inputs).map(licenceOf));
await writeFile(path.join(ASSETS, "LICENSES.txt"), licences.join(`\n${"=".repeat(80)}\n\n`));
console.log(`LICENSES.txt: ${licences.length} packages`);
