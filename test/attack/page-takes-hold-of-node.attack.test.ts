/*
 * A script has got into the page of the real window. It looks for a way from the page to Node: through what the preload hands out,
 * and through anything the built preload might load.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const bundle = readFileSync(join(import.meta.dirname, '../../dist/electron/preload.cjs'), 'utf8');

/** Runs the built preload with an electron that only notes what happens. */
function runPreload(): { required: string[]; exposed: [string, Record<string, unknown>][] } {
  const required: string[] = [];
  const exposed: [string, Record<string, unknown>][] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: Record<string, unknown>) => exposed.push([name, value]) },
    ipcRenderer: { invoke: () => undefined, on: () => undefined, off: () => undefined },
  };
  const require = (name: string): unknown => {
    required.push(name);
    return electron;
  };
  runInNewContext(bundle, { require, Object, exports: {}, module: { exports: {} } });
  return { required, exposed };
}

test('the built preload loads Electron and nothing else', () => {
  expect(runPreload().required).toEqual(['electron']);
  expect(bundle.match(/require\(\s*["'`][^)]*\)/g)).toEqual(['require("electron")']);
  expect(bundle).not.toMatch(/\bimport\(|process\.|globalThis|eval\(/);
});

test('what it hands to the page are two functions and a word, and nothing of Electron', () => {
  const { exposed } = runPreload();
  expect(
    exposed.map(([name, value]) => [name, Object.entries(value).map(([key, each]) => [key, typeof each])]),
  ).toEqual([
    [
      'qingyuan',
      [
        ['shell', 'string'],
        ['request', 'function'],
        ['onEvent', 'function'],
      ],
    ],
  ]);
});
