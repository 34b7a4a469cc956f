import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { openTicket, stampNow } from '../../../../electron/core/open-ticket.ts';

const folder = mkdtempSync(join(tmpdir(), 'qy-ticket-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ticketOf = (name: string) => ({
  id: 't',
  purpose: 'import',
  direction: 'read' as const,
  name,
  folder: '',
  path: join(folder, name),
});
const changed = { ok: false, problem: { code: 'file.changed', params: { file: '流水.csv' } } };

test('a file that somebody writes to while it is read is not taken', { timeout: 60_000 }, async () => {
  const ticket = ticketOf('流水.csv');
  writeFileSync(ticket.path, Buffer.alloc(2 ** 25, '2024-07-15,张某,1.00\n'));
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const writer = new Worker(
    `const { workerData: { path, stop } } = require('node:worker_threads');
     const { appendFileSync } = require('node:fs');
     while (Atomics.load(stop, 0) === 0) appendFileSync(path, '2024-07-16,李某,2.00\\n');`,
    { eval: true, workerData: { path: ticket.path, stop } },
  );
  await once(writer, 'online');
  let opened = openTicket(ticket);
  // the writer may not have had its turn yet
  for (let tries = 0; tries < 500 && opened.ok; tries++) opened = openTicket(ticket);
  Atomics.store(stop, 0, 1);
  await once(writer, 'exit');
  expect(opened).toEqual(changed);
  expect(openTicket(ticket)).toMatchObject({ ok: true, value: { length: statSync(ticket.path).size } });
});

test('a file that changed after it was looked at is not taken until it is looked at again', () => {
  const ticket = ticketOf('流水.csv');
  writeFileSync(ticket.path, '甲,1\n');
  const seen = stampNow(ticket);
  expect(openTicket(seen).ok).toBe(true);
  writeFileSync(ticket.path, '甲,100\n');
  expect(openTicket(seen)).toEqual(changed);
  expect(openTicket(stampNow(seen)).ok).toBe(true);
});

test('a file that is gone says so, looked at or not', () => {
  const ticket = ticketOf('没有.csv');
  const gone = { ok: false, problem: { code: 'file.unreadable', params: { file: '没有.csv', why: 'ENOENT' } } };
  expect(openTicket(ticket)).toEqual(gone);
  expect(openTicket(stampNow(ticket))).toEqual(gone);
});
