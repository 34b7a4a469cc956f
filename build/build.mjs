// Builds the program with vite alone: the page (browser), the core, main, command line and loopback host (Node, ES modules)
// and the preload (CommonJS: a sandboxed preload cannot be a module). Only parts whose sources changed are built.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { notePackages, writeLicences } from './licences.mjs';
import { underLock } from './lock.mjs';
import { allParts, fingerprint, isStale, markBuilt } from './stale.mjs';
import { root, say } from './tools.mjs';

/** @typedef {import('./stale.mjs').Part} Part */

/** Every program of the Node build: name in dist/electron → source. */
const nodeEntries = {
  main: 'electron/main/main.ts',
  'core-process': 'electron/core/core-process.ts',
  'jobs.worker': 'electron/core/jobs.worker.ts',
  'parse.worker': 'electron/core/parse.worker.ts',
  'unlock.worker': 'electron/core/unlock.worker.ts',
  qy: 'electron/headless/qy.ts',
  devhost: 'build/devhost/devhost.ts',
};

const common = {
  configFile: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ('warn'),
  publicDir: /** @type {const} */ (false),
};

/** What a served file is. A file of another kind in the built page is a mistake and stops the build. */
const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * We only write with exceljs. What it would read with (unzipping to temporary files, deleting them, CSV) is left out of the program:
 * some ninety packages, among them one that deletes folders and one without a licence.
 */
const unusedHalfOfExceljs = ['unzipper', 'fast-csv', 'tmp'].map((find) => ({
  find,
  replacement: join(root, 'build', 'left-out.mjs'),
}));

/** The passphrase of a key slot costs a guess a second by intent: the age library's scrypt in JavaScript makes everybody wait longer for the same. */
const nativeScrypt = {
  find: '@noble/hashes/scrypt.js',
  replacement: join(root, 'electron', 'core', 'seal', 'native-scrypt.ts'),
};

/** The parts that are in the product. */
const productParts = /** @type {const} */ (['node', 'preload', 'renderer']);

/** @param {Part} part */
const packagesOf = (part) => join(root, '.cache', 'build', `${part}.packages.json`);

/** @type {Record<Part, (out: string) => Promise<void>>} */
const builders = { renderer: buildRenderer, node: buildNode, preload: buildPreload, sample: buildSample };

/**
 * Builds what is stale.
 * @param {readonly Part[]} [parts]
 * @param {{ again?: boolean }} [options] again: what is not stale too
 * @returns {Promise<Part[]>} what was built
 */
export async function buildStale(parts = allParts, { again = false } = {}) {
  if (!again && !parts.some(isStale)) return [];
  return underLock(join(root, '.cache', 'build', 'lock'), async () => {
    const stale = again ? [...parts] : parts.filter(isStale); // another process may have built meanwhile
    /** @type {unknown[]} */
    const failures = [];
    for (const part of stale) await buildPart(part).catch((cause) => failures.push(cause));
    if (stale.length > 0 && existsSync(join(root, 'dist')))
      writeLicences(productParts.map(packagesOf), join(root, 'dist', 'LICENCES.txt'));
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
    return stale;
  });
}

/** @param {Part} part */
async function buildPart(part) {
  const started = Date.now();
  const from = fingerprint(part);
  const out = join(root, '.cache', 'build', part);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await asProduction(() => builders[part](out));
  markBuilt(part, from);
  say(`built ${part}: ${Date.now() - started} ms`);
}

/**
 * A test runner sets NODE_ENV to test, and vite would build that into the page: React's development half, ids that are all 'test-id'.
 * @param {() => Promise<void>} deed
 */
async function asProduction(deed) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await deed();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** @param {string} out */
async function buildRenderer(out) {
  await build({
    ...common,
    root: join(root, 'renderer'),
    base: './',
    plugins: [react(), notePackages(packagesOf('renderer'))],
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      sourcemap: false,
    },
  });
  const files = servedFiles(out);
  replaceFolder(out, join(root, 'dist', 'renderer'));
  writeFileSync(join(root, 'dist', 'renderer-files.json'), JSON.stringify(files, null, 1));
}

/**
 * The fixed map both shells serve the page from: a path that is not in it does not exist.
 * @param {string} folder
 */
function servedFiles(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return Object.fromEntries(
    names.map((name) => {
      const extension = extname(name);
      if (!(extension in contentTypes)) throw new Error(`no content type for ${name} of the built page`);
      const type = contentTypes[/** @type {keyof typeof contentTypes} */ (extension)];
      const bytes = readFileSync(join(folder, name));
      return [`/${name}`, { type, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }];
    }),
  );
}

/** @param {string} out */
async function buildNode(out) {
  await buildForNode('node', out, nodeEntries, 'js');
  replaceFolder(out, join(root, 'dist', 'electron'), ['preload.cjs']);
}

/** @param {string} out */
async function buildPreload(out) {
  await buildForNode('preload', out, { preload: 'electron/preload/preload.ts' }, 'cjs');
  mkdirSync(join(root, 'dist', 'electron'), { recursive: true });
  renameSync(join(out, 'preload.cjs'), join(root, 'dist', 'electron', 'preload.cjs'));
}

/**
 * The generator of the fictitious sample, and what it writes: the case that opens with one click, and the evidence of the demo.
 * @param {string} out
 */
async function buildSample(out) {
  await buildForNode('sample', out, { generate: 'build/sample/index.ts' }, 'js');
  const { writeSample } = await import(pathToFileURL(join(out, 'generate.js')).href);
  await writeSample(join(out, 'files'), { seed: 1, size: 'S', noise: 0.5 });
  replaceFolder(out, join(root, 'dist', 'sample'));
}

/**
 * @param {Part} part
 * @param {string} out
 * @param {Record<string, string>} input name of the program → its source
 * @param {'js' | 'cjs'} kind ES modules, or CommonJS
 */
async function buildForNode(part, out, input, kind) {
  await build({
    ...common,
    root,
    plugins: [notePackages(packagesOf(part))],
    resolve: { alias: [...unusedHalfOfExceljs, nativeScrypt] },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: out,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        // better-sqlite3 loads its .node file relative to its own folder; electron exists only inside Electron
        external: ['electron', 'better-sqlite3', /^node:/],
        input,
        // shared chunks stay beside the programs: import.meta.dirname must be dist/electron in every one of them
        output: {
          format: kind === 'js' ? 'es' : 'cjs',
          entryFileNames: `[name].${kind}`,
          chunkFileNames: `[name].${kind}`,
        },
      },
    },
  });
}

/**
 * Moves the new files over the old ones, then removes what is left of the old: a program that runs meanwhile never sees half a file.
 * @param {string} from
 * @param {string} to
 * @param {string[]} [keep] names in `to` that another part owns
 */
function replaceFolder(from, to, keep = []) {
  const fresh = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)));
  for (const name of fresh) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    cpSync(join(from, name), join(to, `${name}.new`));
    renameSync(join(to, `${name}.new`), join(to, name));
  }
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    const name = relative(to, join(entry.parentPath, entry.name));
    if (entry.isFile() && !fresh.includes(name) && !keep.includes(name)) rmSync(join(to, name));
  }
}

if (import.meta.main) {
  const named = allParts.filter((part) => process.argv.includes(part));
  const again = process.argv.includes('--again');
  await buildStale(named.length > 0 ? named : allParts, { again }).catch((cause) => {
    say(`the build failed: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exitCode = 1;
  });
}
