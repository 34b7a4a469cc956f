import { expect, test } from 'vitest';
import { wrongImports } from './imports.ts';
import { sources } from './tree.ts';

const plant = (path: string, text: string): string[] => wrongImports([{ path, text }]);

test('every import follows the layers and goes through the doors', () => {
  const files = sources(/^(shared|electron|renderer|build)\/.*\.(ts|tsx|mjs)$/);
  expect(files.length).toBeGreaterThan(20);
  expect(wrongImports(files)).toEqual([]);
});

test('the page loads no shapes: zod asks whether it may evaluate code, which the policy of the page forbids', () => {
  const shapes = new Set(
    sources(/^shared\/protocol\/.*\.ts$/)
      .filter(({ text }) => /^import \{ z \} from 'zod'/m.test(text))
      .map(({ path }) => path.split('/').at(-1)),
  );
  expect(shapes.size).toBeGreaterThan(10);
  const loaded = sources(/^renderer\/.*\.(ts|tsx)$/).flatMap(({ path, text }) =>
    [...text.matchAll(/^import (?!type)\{([^}]*)\} from '[^']*\/protocol\/([\w.-]+)'/gm)]
      .filter(
        ([, names = '', file]) => shapes.has(file) && names.split(',').some((name) => !/^\s*(?:type\s|$)/.test(name)),
      )
      .map(([, , file]) => `${path}: ${file}`),
  );
  expect(loaded).toEqual([]);
});

test.each([
  ['shared imports nothing of Node', 'shared/evidence/x.ts', "import { readFileSync } from 'node:fs';"],
  ['shared imports no package but zod', 'shared/evidence/x.ts', "import dayjs from 'dayjs';"],
  [
    'shared does not know the core',
    'shared/protocol/x.ts',
    "import type { Store } from '../../electron/core/store/connect.ts';",
  ],
  [
    'the renderer does not know the core',
    'renderer/app/x.tsx',
    "import { startCore } from '../../electron/core/core.ts';",
  ],
  ['the renderer does not know Electron', 'renderer/app/x.tsx', "import { ipcRenderer } from 'electron';"],
  ['the renderer does not know Node', 'renderer/app/x.tsx', "export { join } from 'node:path';"],
  ['the core does not know Electron', 'electron/core/x.ts', "import { app } from 'electron';"],
  ['the core does not know main', 'electron/core/case/x.ts', "import { ipc } from '../../main/ipc.ts';"],
  ['main does not load the core', 'electron/main/x.ts', "const core = await import('../core/core.ts');"],
  ['the preload does not load Node', 'electron/preload/x.ts', "import { readFileSync } from 'node:fs';"],
  ['the command line does not know main', 'electron/headless/x.ts', "import { x } from '../main/ipc.ts';"],
  [
    'a feature does not know another feature',
    'electron/core/parties/x.ts',
    "import { drawGraph } from '../graph/draw-graph.ts';",
  ],
  [
    'a feature does not know the list of features',
    'electron/core/parties/x.ts',
    "import { startCore } from '../core.ts';",
  ],
  ['the store does not know a feature', 'electron/core/store/x.ts', "export * from '../import/write-import.ts';"],
  ['only the store opens SQLite', 'electron/core/graph/x.ts', "import Database from 'better-sqlite3';"],
  ['only import/read reads foreign workbooks', 'electron/core/import/x.ts', "import { read } from 'xlsx';"],
  ['only export writes workbooks', 'electron/core/clues/x.ts', "import ExcelJS from 'exceljs';"],
  ['only renderer/graph knows cytoscape', 'renderer/screens/x.tsx', "import cytoscape from 'cytoscape';"],
  ['nothing but the loopback host listens', 'electron/headless/x.ts', "import http from 'node:http';"],
  ['the core starts no programs', 'electron/core/export/x.ts', "import { spawn } from 'node:child_process';"],
  ['only ipc.ts takes messages', 'electron/main/window.ts', "import { BrowserWindow, ipcMain } from 'electron';"],
  ['only shell.ts opens dialogs', 'electron/main/main.ts', "import { dialog } from 'electron';"],
  ['a namespace import takes every name along', 'electron/main/window.ts', "import * as electron from 'electron';"],
  ['main has no network of its own', 'electron/main/offline.ts', "import { net } from 'electron';"],
  ['nothing imports tests', 'build/x.ts', "import { makeCase } from '../test/make/case.ts';"],
  ['a file outside of every layer is noticed', 'server/x.ts', 'export const a = 1;'],
])('planted: %s', (_rule, path, text) => {
  expect(plant(path, text)).not.toEqual([]);
});

test('what the rules allow is allowed', () => {
  expect([
    ...plant('shared/protocol/x.ts', "import { z } from 'zod'; import { ok } from './problem.ts';"),
    ...plant(
      'electron/core/parties/x.ts',
      "import { z } from '../store/connect.ts'; import { y } from '../request.ts'; import { w } from '../journal/chain.ts';",
    ),
    ...plant('electron/core/core.ts', "import { x } from './graph/draw-graph.ts';"),
    ...plant('electron/core/import/read/x.ts', "import { read } from 'xlsx';"),
    ...plant(
      'electron/main/ipc.ts',
      "import { ipcMain } from 'electron'; import { ok } from '../../shared/protocol/problem.ts';",
    ),
    ...plant('renderer/graph/x.ts', "import cytoscape from 'cytoscape';"),
    ...plant(
      'build/devhost/x.ts',
      "import http from 'node:http'; import { csp } from '../../electron/main/policy.ts';",
    ),
  ]).toEqual([]);
});
