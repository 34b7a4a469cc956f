import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { underLock } from '../../../build/lock.mjs';

let lock: string;
beforeEach(() => {
  lock = join(mkdtempSync(join(tmpdir(), 'qy-lock-')), 'lock');
});

test('two pieces of work under one lock never run at the same time', async () => {
  let inside = 0;
  const work = async (): Promise<number> => {
    inside++;
    await wait(20);
    return inside--;
  };
  expect(await Promise.all([underLock(lock, work), underLock(lock, work), underLock(lock, work)])).toEqual([1, 1, 1]);
  expect(existsSync(lock)).toBe(false);
});

test('work that throws gives the lock back', async () => {
  await expect(underLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('a lock whose owner is dead is taken over', async () => {
  const dead = spawnSync(process.execPath, ['-e', '0']).pid;
  mkdirSync(lock);
  writeFileSync(join(lock, 'pid'), String(dead));
  expect(await underLock(lock, async () => 'done')).toBe('done');
});

test('a lock that was left before its owner wrote its name is taken over after a few seconds', async () => {
  mkdirSync(lock);
  const before = new Date(Date.now() - 6_000);
  utimesSync(lock, before, before);
  expect(await underLock(lock, async () => 'done')).toBe('done');
});
