/*
 * The laptop is seized while it is off. Its disk is searched for names, also in deleted files: SQLite spills large sorts into temporary
 * files, which it deletes at once, but the disk keeps them. So every byte the program hands to the disk is watched.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeWhole } from '../../electron/core/store/connect.ts';
import { bundleChild, startChild } from '../make/child.ts';
import { type StoreOnDisk, storeOnDisk } from '../make/store-on-disk.ts';

const canTrace = process.platform === 'linux' && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
const marker = 'CANARY-7f3a-MARKER';
const disks: StoreOnDisk[] = [];
let program: string;
beforeAll(async () => {
  program = await bundleChild('sorter');
});
afterAll(() => {
  for (const disk of disks) disk.remove();
});

/** How many writes to files carried the marker, and into which files anything was written. */
async function writes(tempStore: string | null): Promise<{ plain: number; total: number; temporary: string[] }> {
  const disk = storeOnDisk();
  disks.push(disk);
  closeWhole(disk.store);
  const temp = join(disk.folder, 'temp');
  mkdirSync(temp);
  const trace = join(disk.folder, 'trace');
  const child = startChild(
    program,
    { file: disk.file, key: disk.key.toString('hex'), marker, tempStore },
    {
      under: ['strace', '-f', '-qq', '-s', '70000', '-e', 'trace=openat,write,pwrite64,writev,pwritev', '-o', trace],
      env: { SQLITE_TMPDIR: temp, TMPDIR: temp },
    },
  );
  expect(await child.ended()).toMatchObject({ code: 0 });
  expect(child.lines).toEqual(['done']);
  const calls = readFileSync(trace, 'latin1').split('\n');
  const written = calls.filter((call) => /\b(pwrite64|write|writev|pwritev)\(/.test(call));
  const temporary = calls
    .filter((call) => /openat\(.*O_CREAT/.test(call) && call.includes(temp))
    .map((call) => call.match(/"([^"]+)"/)?.[1] ?? '?');
  expect(readdirSync(temp)).toEqual([]);
  return { plain: written.filter((call) => call.includes(marker)).length, total: written.length, temporary };
}

test.skipIf(!canTrace)(
  'a sort, a temporary table, an index and a vacuum hand no readable byte to the disk (skipped where strace cannot run)',
  async () => {
    const { plain, total, temporary } = await writes(null);
    expect(total).toBeGreaterThan(1000);
    expect(plain).toBe(0);
    expect(temporary).toEqual([]);
  },
  60_000,
);

test.skipIf(!canTrace)(
  'the watch itself sees plain text when temporary files are allowed',
  async () => {
    const { plain, temporary } = await writes('file');
    expect(plain).toBeGreaterThan(100);
    expect(temporary.length).toBeGreaterThan(0);
  },
  60_000,
);
