// Which part of the program must be built again? Only node: built-ins: this runs on every `npm run qy` and must cost next to nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

/** @typedef {'renderer' | 'node' | 'preload' | 'sample'} Part */

/**
 * What each part is made from. Folders are walked; names, sizes and times of change are compared, not contents.
 * @type {Record<Part, { sources: string[], output: string }>}
 */
const parts = {
  renderer: { sources: ['renderer', 'shared'], output: 'dist/renderer' },
  node: {
    sources: ['electron/core', 'electron/headless', 'electron/main', 'shared', 'build/devhost'],
    output: 'dist/electron',
  },
  preload: { sources: ['electron/preload', 'shared'], output: 'dist/electron/preload.cjs' },
  sample: { sources: ['build/sample', 'shared'], output: 'dist/sample/files' },
};
const always = ['build/build.mjs', 'build/stale.mjs', 'package-lock.json'];

/** @type {readonly Part[]} */
export const allParts = ['node', 'preload', 'sample', 'renderer'];

/** @param {Part} part */
const stampFile = (part) => join(root, '.cache', 'build', `${part}.stamp`);

/** @param {Part} part */
export function isStale(part) {
  if (!existsSync(join(root, parts[part].output)) || !existsSync(stampFile(part))) return true;
  return readFileSync(stampFile(part), 'utf8') !== fingerprint(part);
}

/**
 * Remembers from what a part was built. Take the fingerprint before building: what changes meanwhile is stale again.
 * @param {Part} part
 * @param {string} of
 */
export function markBuilt(part, of) {
  mkdirSync(join(root, '.cache', 'build'), { recursive: true });
  writeFileSync(stampFile(part), of);
}

/** @param {Part} part */
export function fingerprint(part) {
  const hash = createHash('sha256');
  for (const source of [...parts[part].sources, ...always]) walk(join(root, source), hash);
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @param {import('node:crypto').Hash} hash
 */
function walk(path, hash) {
  if (!existsSync(path)) return;
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name !== 'README.md' && name !== 'tsconfig.json') walk(join(path, name), hash);
  }
}
