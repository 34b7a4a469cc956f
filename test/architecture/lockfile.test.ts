import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nativeHashes } from '../../electron/main/native.ts';
import { read, root } from './tree.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}
const locked = Object.entries(
  (JSON.parse(read('package-lock.json').text) as { packages: Record<string, Locked> }).packages,
).filter(([path]) => path !== '');

/** Packages that would like to run a script when they are installed. None is allowed to (.npmrc); each is known, with the reason it needs none. */
const knownScripts: Readonly<Record<string, string>> = {
  '@signalapp/sqlcipher': 'only looks for its prebuilt file',
  '@swc/core': 'only looks for its platform package',
  'electron-winstaller': 'part of the Squirrel installer, which is not built here',
};

test('the lock file names no registry, and every package has an integrity', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(locked.filter(([, { integrity, link }]) => integrity === undefined && !link)).toEqual([]);
  expect(locked.length).toBeGreaterThan(300);
});

test('no package runs a script when it is installed', () => {
  const withScript = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(withScript.filter((name) => !(name in knownScripts))).toEqual([]);
  expect(read('.npmrc').text.split('\n')).toContain('ignore-scripts=true');
});

test('every version is exact', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json').text) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the native SQLite of every platform we ship is the one whose digest is compiled in', () => {
  const found = Object.keys(nativeHashes).map((platform) => {
    const file = join(root, 'node_modules/better-sqlite3/prebuilds', `${platform}.node`);
    return [platform, createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
  expect(Object.fromEntries(found)).toEqual(nativeHashes);
});
