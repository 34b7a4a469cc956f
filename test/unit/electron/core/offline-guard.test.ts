import { lookup } from 'node:dns';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { offlineState } from '../../../../electron/core/offline-guard.ts';

test('tests of the core run behind the guard the core runs behind', async () => {
  const before = offlineState();
  expect(before.guarded).toBe(true);
  expect(() => connect(80, '127.0.0.1')).toThrow('offline: connect was refused');
  expect(() => lookup('localhost', () => undefined)).toThrow('offline: lookup was refused');
  expect(() => fetch('http://127.0.0.1/')).toThrow('offline: fetch was refused');
  expect(offlineState().attempts).toBe(before.attempts + 3);
});
