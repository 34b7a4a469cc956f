import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { migrate, openStore } from '../../../../electron/core/store/connect.ts';
import { inTurn } from '../../../../electron/core/turns.ts';

const folder = mkdtempSync(join(tmpdir(), 'qy-turns-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The store as the job thread has it and as the screen has it. */
function twoConnections(name: string) {
  const file = join(folder, name);
  const [job, screen] = [openStore(file, null, { create: true }), openStore(file, null)];
  migrate(job);
  screen.db.pragma('busy_timeout=0');
  const write = () => screen.transaction(() => screen.db.exec("insert into meta values ('written', '1')"));
  const written = () => screen.db.prepare("select count(*) from meta where key = 'written'").pluck().get();
  return { job, write, written, close: () => [job, screen].map((store) => store.close()) };
}

test('a write that meets a job waits until the job lets go, the job hears of it, and others are answered meanwhile', async () => {
  const { job, write, written, close } = twoConnections('waits.db');
  job.db.exec('begin immediate');
  const heard: number[] = [];
  const waiting = inTurn(write, { moves: () => true, waiting: (change) => heard.push(change) });
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect([written(), heard]).toEqual([0, [1]]);
  job.db.exec('rollback');
  await waiting;
  expect([written(), heard]).toEqual([1, [1, -1]]);
  close();
});

test('a write is refused at once where the job that holds the store is itself held', async () => {
  const { job, write, written, close } = twoConnections('held.db');
  job.db.exec('begin immediate');
  await expect(inTurn(write, { moves: () => false, waiting: () => undefined })).rejects.toMatchObject({
    code: 'SQLITE_BUSY',
  });
  job.db.exec('rollback');
  expect(written()).toBe(0);
  close();
});
