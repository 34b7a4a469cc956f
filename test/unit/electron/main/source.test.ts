import { expect, test } from 'vitest';
import { type SourceFile, sources } from '../../../architecture/tree.ts';

const shell = sources(/^electron\/(main|preload)\/.*\.ts$/);
const all = [...shell, ...sources(/^(electron\/(core|headless)|renderer|shared|build)\/.*\.(ts|tsx|mjs)$/)];

const where = (files: readonly SourceFile[], what: RegExp): string[] =>
  files.flatMap(({ path, text }) => [...text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').matchAll(what)].map(() => path));

test.each([
  ['a window is made', /new BrowserWindow\b/g, ['electron/main/window.ts']],
  ['messages of the page are taken', /ipcMain\.\w+\(/g, ['electron/main/ipc.ts']],
  ['a process is started', /utilityProcess\.fork\(/g, ['electron/main/core-process.ts']],
  ['the page is handed something', /exposeInMainWorld\(/g, ['electron/preload/preload.ts']],
  ['a file is shown in its folder', /showItemInFolder\(/g, ['electron/main/shell.ts']],
])('only once in the whole program %s', (_what, pattern, places) => {
  expect(where(all, pattern)).toEqual(places);
});

test.each([
  ['opens anything outside', /openExternal\(|openPath\(|shell\.(?!forget|showItemInFolder)\w+\(/g],
  ['opens developer tools', /openDevTools|toggleDevTools/g],
  ['loads a page from a file or with a view', /loadFile|WebContentsView|BrowserView|<webview/g],
  ['keeps a partition', /persist:/g],
  ['reports crashes or updates itself', /crashReporter|autoUpdater/g],
  [
    'lets a renderer do more',
    /sandbox: false|contextIsolation: false|nodeIntegration\w*: true|webSecurity: false|devTools: true/g,
  ],
  ['runs text as code', /executeJavaScript|\beval\(|new Function\(/g],
  ['grants a permission', /done\(true\)|callback\(true\)/g],
])('nothing in the shell %s', (_what, pattern) => {
  expect(where(shell, pattern)).toEqual([]);
});
