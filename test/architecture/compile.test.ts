import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './tree.ts';

const folder = join(root, '.cache', `plants-${process.pid}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles one line with the settings of a layer and returns what the compiler says. */
function compile(layer: string, line: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'plant.ts'), `${line}\n`);
  const settings = {
    extends: join(root, layer, 'tsconfig.json'),
    compilerOptions: { incremental: false },
    include: [],
    files: ['plant.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', folder, '--tsBuildInfoFile', 'null'], { encoding: 'utf8' }).stdout;
}

test.each([
  ['shared', "export { readFileSync } from 'node:fs';"],
  ['shared', 'export const a = process.pid;'],
  ['shared', 'export const a = document.title;'],
  ['shared', 'export const a = fetch;'],
  ['shared', 'export const a = window;'],
  ['electron/core', 'export const a = document.title;'],
  ['electron/headless', 'export const a = document.title;'],
  ['electron/main', 'export const a = document.title;'],
  ['renderer', "export { readFileSync } from 'node:fs';"],
  ['renderer', 'export const a = process.pid;'],
])('in %s this does not compile: %s', (layer, line) => {
  expect(compile(layer, line)).toContain('error TS');
});

test.each([
  ['shared', 'export const a: readonly string[] = ["x"].toSorted();'],
  ['electron/core', "import Database from 'better-sqlite3'; export const a = (file: string) => new Database(file);"],
  ['electron/main', 'export const a = (session: Electron.Session) => session.setSpellCheckerEnabled(false);'],
  ['renderer', 'export const a = document.title;'],
])('in %s this compiles: %s', (layer, line) => {
  expect(compile(layer, line)).toBe('');
});
