import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { expect, test } from 'vitest';
import { checkFiles, checkPackage } from '../../../build/package/check-package.ts';
import { fuses, packageConfig } from '../../../build/package/config.ts';
import { readAsar } from '../../../build/package/read-asar.ts';
import { readFuses, wrongFuses } from '../../../build/package/read-fuses.ts';

test('all eight fuses are set, and nothing is published', () => {
  expect(packageConfig.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(Object.keys(fuses)).toHaveLength(8);
  expect([packageConfig.publish, packageConfig.asar]).toEqual([null, { smartUnpack: false }]);
});

const wire = (letters: string): Buffer =>
  Buffer.concat([
    Buffer.from('\x7fELF before dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
    Buffer.from([1, letters.length]),
    Buffer.from(`${letters} after`, 'latin1'),
  ]);

test('the fuses of a binary are read from its wire', () => {
  expect(readFuses(wire('01001100'))).toEqual({
    runAsNode: 'off',
    enableCookieEncryption: 'on',
    enableNodeOptionsEnvironmentVariable: 'off',
    enableNodeCliInspectArguments: 'off',
    enableEmbeddedAsarIntegrityValidation: 'on',
    onlyLoadAppFromAsar: 'on',
    loadBrowserProcessSpecificV8Snapshot: 'off',
    grantFileProtocolExtraPrivileges: 'off',
  });
  expect(readFuses(Buffer.from('no Electron'))).toBeUndefined();
});

test('a fuse that is wrong, removed, or not there at all is found', () => {
  expect(wrongFuses(wire('01001100'))).toEqual([]);
  expect(wrongFuses(wire('11001100'))).toEqual(['runAsNode is on']);
  expect(wrongFuses(wire('r1001100'))).toEqual(['runAsNode is removed']);
  expect(wrongFuses(wire('010011'))).toEqual([
    'loadBrowserProcessSpecificV8Snapshot is unknown',
    'grantFileProtocolExtraPrivileges is unknown',
  ]);
  expect(wrongFuses(Buffer.from('x'))).toHaveLength(1);
});

const html = '<!doctype html>';
const contents: Record<string, string> = {
  'package.json': '{}',
  'dist/electron/main.js': 'main',
  'dist/electron/preload.cjs': 'preload',
  'dist/electron/core-process.js': 'core',
  'dist/electron/jobs.worker.js': 'jobs',
  'dist/electron/parse.worker.js': 'parse',
  'dist/renderer/index.html': html,
  'dist/renderer-files.json': JSON.stringify({
    '/index.html': { type: 'text/html', bytes: html.length, sha256: createHash('sha256').update(html).digest('hex') },
  }),
  'dist/LICENCES.txt': 'licences',
  'node_modules/better-sqlite3/package.json': '{}',
};

/** A package as electron-builder leaves it, made by the same archiver. */
async function pack(changes: Record<string, string> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'qy-package-'));
  for (const [path, text] of Object.entries({ ...contents, ...changes })) {
    mkdirSync(dirname(join(folder, 'app', path)), { recursive: true });
    writeFileSync(join(folder, 'app', path), text);
  }
  await createPackageWithOptions(join(folder, 'app'), join(folder, 'app.asar'), { unpack: '**/*.node' });
  return folder;
}

const platform = `${process.platform}-${process.arch}`;

test('an archive is read as it was packed', async () => {
  const files = readAsar(join(await pack({ 'x.node': 'native' }), 'app.asar'));
  expect(
    Object.fromEntries(files.map(({ path, bytes }) => [path, bytes && Buffer.from(bytes).toString('utf8')])),
  ).toEqual({ ...contents, 'x.node': undefined });
  expect(files.filter(({ unpacked }) => unpacked).map(({ path }) => path)).toEqual(['x.node']);
});

test.each([
  'dist/electron/devhost.js',
  'dist/electron/qy.js',
  'dist/sample/generate.js',
  'dist/electron/main.js.map',
  'electron/main/main.ts',
  'test/unit/a.test.js',
  'package-lock.json',
  '.npmrc',
  'node_modules/react/index.js',
  'node_modules/better-sqlite3/src/better_sqlite3.cpp',
])('%s has no place in the package', (path) => {
  expect(checkFiles([...Object.keys(contents), path].map((each) => ({ path: each })))).toHaveLength(1);
});

test('a file that the program needs and is not there is missed', () => {
  const without = Object.keys(contents).filter((path) => path !== 'dist/electron/preload.cjs');
  expect(checkFiles(without.map((path) => ({ path })))).toEqual(['dist/electron/preload.cjs is missing']);
});

test('a page that is not the one that was built, and a native file that is not ours, are found', async () => {
  const native = `node_modules/better-sqlite3/prebuilds/${platform}.node`;
  expect(checkPackage(await pack({ [native]: 'another' }), platform)).toEqual([
    `${native} is not the one main will accept`,
  ]);
  expect(checkPackage(await pack({ 'dist/renderer/index.html': '<script>' }), platform)).toEqual([
    '/index.html of the page is missing or not the one that was built',
    expect.stringContaining('outside of the archive there should be only'),
  ]);
  expect(checkPackage(await pack({ 'dist/renderer/extra.js': 'x' }), platform)).toContain(
    '/extra.js is not in the map of the page',
  );
});
