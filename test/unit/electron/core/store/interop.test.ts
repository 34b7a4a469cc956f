import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLCipher from '@signalapp/sqlcipher';
import { afterEach, expect, test } from 'vitest';
import { makeRecoveryCode } from '../../../../../electron/core/case/recovery-code.ts';
import { closeWhole, openStore } from '../../../../../electron/core/store/connect.ts';
import { batchesOf, fillStore, type StoreOnDisk, storeOnDisk } from '../../../../make/store-on-disk.ts';

/*
 * A case must outlive this program: its store is an ordinary SQLCipher 4 database, its slot an ordinary age file, and the disaster plan
 * is a script of a hundred lines.
 */
const made: StoreOnDisk[] = [];
function closedStore(): StoreOnDisk {
  const disk = storeOnDisk();
  made.push(disk);
  fillStore(disk.store, 'a', 600, (i) => `第 ${i} 行 ${'x'.repeat(300)}`);
  expect(closeWhole(disk.store)).toBe(true);
  return disk;
}
afterEach(() => {
  for (const disk of made.splice(0)) disk.remove();
});

test('SQLCipher itself opens the store with the raw key, finds every page sealed, and writes what we can read', () => {
  const { file, key } = closedStore();
  const theirs = new SQLCipher(file);
  theirs.exec(`pragma key = "x'${key.toString('hex')}'"`);
  expect(theirs.prepare('select count(*) as n from meta').get([])).toEqual({ n: 602 });
  expect(theirs.prepare('pragma cipher_integrity_check').all([])).toEqual([]);
  theirs.exec("insert into meta values ('b/0', 'written elsewhere')");
  theirs.close();
  const ours = openStore(file, key);
  expect(batchesOf(ours)).toEqual({ a: 600, b: 1 });
  expect(ours.db.pragma('integrity_check', { simple: true })).toBe('ok');
  ours.close();
});

test('SQLCipher refuses the store with another key', () => {
  const { file } = closedStore();
  const theirs = new SQLCipher(file);
  theirs.exec(`pragma key = "x'${'00'.repeat(32)}'"`);
  expect(() => theirs.prepare('select count(*) from meta').get([])).toThrow(/not a database/);
  theirs.close();
});

const script = join(import.meta.dirname, '../../../../../build/recover-case.py');
const hasPython = spawnSync('python3', ['-c', 'import cryptography']).status === 0;
const hasSqlite = spawnSync('sqlite3', ['--version']).status === 0;

test.skipIf(!hasPython)(
  'the disaster script turns the store into a plain SQLite file with the recovery code (skipped without python3-cryptography)',
  () => {
    const { folder, file, key } = closedStore();
    const plain = join(folder, 'plain.sqlite');
    const run = spawnSync('python3', [script, file, plain], {
      input: `${makeRecoveryCode(key).toLowerCase()}\n`,
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+ pages, all authenticated\n$/) });
    expect(statSync(plain).mode & 0o777).toBe(0o600);
    const read = openStore(plain, null, { readonly: true });
    expect(batchesOf(read)).toEqual({ a: 600 });
    expect(read.db.pragma('integrity_check', { simple: true })).toBe('ok');
    read.close();
    if (hasSqlite)
      expect(spawnSync('sqlite3', [plain, 'pragma integrity_check'], { encoding: 'utf8' }).stdout).toBe('ok\n');
  },
);

test.skipIf(!hasPython)(
  'the disaster script reads the key from an opened slot, names damaged pages and refuses a wrong key',
  () => {
    const { folder, file, key } = closedStore();
    const plain = join(folder, 'plain.sqlite');
    const slot = (hex: string) =>
      `{"v":1,"case":"00000000-0000-4000-8000-000000000001","cipher":"sqlcipher4","key":"${hex}"}\n`;
    const recover = (input: string) =>
      spawnSync('python3', [script, file, plain, '--slot', '-'], { input, encoding: 'utf8' });
    expect(recover(slot('11'.repeat(32)))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no page fits this key'),
    });
    expect(existsSync(plain)).toBe(false);
    const bytes = readFileSync(file);
    bytes[4096 * 30 + 5] = (bytes[4096 * 30 + 5] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(recover(slot(key.toString('hex')))).toMatchObject({ status: 2, stderr: expect.stringContaining('[31]') });
  },
);
