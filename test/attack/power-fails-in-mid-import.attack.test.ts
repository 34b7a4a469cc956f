/*
 * The machine dies in the middle of an import, again and again: the process is killed at a moment nobody chose, while batches are being
 * written. Whatever the program had confirmed must be there, and nothing may be half there.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyJournal } from '../../electron/core/journal/verify-journal.ts';
import { closeWhole, openStore } from '../../electron/core/store/connect.ts';
import { checkPages } from '../../electron/core/store/page-check.ts';
import { bundleChild, startChild } from '../make/child.ts';
import { batchesOf, storeOnDisk } from '../make/store-on-disk.ts';

const rows = 60;
const disk = storeOnDisk();
let program: string;
beforeAll(async () => {
  closeWhole(disk.store);
  program = await bundleChild('batch-writer');
});
afterAll(() => disk.remove());

test('twelve kills lose nothing that was confirmed and leave nothing half written', async () => {
  let first = 0;
  let confirmed = 0;
  let inFlight = 0;
  for (let kill = 0; kill < 12; kill++) {
    const child = startChild(program, { file: disk.file, key: disk.key.toString('hex'), first, rows });
    await child.line();
    await new Promise((resolve) => setTimeout(resolve, 20 + ((kill * 37) % 90)));
    child.process.kill('SIGKILL');
    expect(await child.ended()).toMatchObject({ signal: 'SIGKILL', stderr: '' });
    const told = child.lines.map(Number);
    confirmed += told.length;

    const store = openStore(disk.file, disk.key);
    const batches = batchesOf(store);
    const whole = Object.keys(batches).map((name) => Number(name.slice(1)));
    expect(Object.values(batches)).toEqual(whole.map(() => rows));
    expect(whole.sort((a, b) => a - b)).toEqual(Array.from({ length: whole.length }, (_, i) => i));
    expect(Math.max(...whole)).toBeGreaterThanOrEqual(Math.max(...told));
    const journal = verifyJournal(store);
    expect(journal).toMatchObject({ entries: whole.length, flaws: [] });
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
    inFlight += whole.length - first - told.length;
    first = whole.length;
    if (kill % 3 === 0) expect(closeWhole(store)).toBe(true);
    else store.close();
  }
  expect(confirmed).toBeGreaterThan(24);
  expect(inFlight).toBeLessThanOrEqual(12); // at most one batch was durable before it could be told
  expect(checkPages(disk.file, disk.key).badCount).toBe(0);
}, 60_000);
