import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeLicences } from '../../../build/licences.mjs';

const folder = mkdtempSync(join(tmpdir(), 'qy-licences-'));
const noted = (packages: string[]): string => {
  const file = join(folder, 'packages.json');
  writeFileSync(file, JSON.stringify(packages));
  return file;
};

test('every package inside the product is named with its version, licence, digest and text', () => {
  const list = join(folder, 'LICENCES.txt');
  writeLicences([noted(['node_modules/zod']), join(folder, 'a-part-that-was-not-built.json')], list);
  const text = readFileSync(list, 'utf8');
  expect(text).toMatch(/^better-sqlite3-multiple-ciphers \d+\.\d+\.\d+ · MIT · sha512-\S+$/m);
  expect(text).toMatch(/^zod \d+\.\d+\.\d+ · MIT · sha512-\S+$/m);
  expect(text).toContain('Permission is hereby granted');
});

test('a package that states no licence stops the build', () => {
  expect(() => writeLicences([noted(['node_modules/buffers'])], join(folder, 'never.txt'))).toThrow(
    'states no licence',
  );
});
