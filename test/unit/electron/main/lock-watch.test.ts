import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LockWatch, watchForLock } from '../../../../electron/main/lock-watch.ts';

let idle: number;
let monitor: EventEmitter;
let lock: ReturnType<typeof vi.fn<(why: string) => void>>;
let watch: LockWatch;

beforeEach(() => {
  vi.useFakeTimers();
  idle = 0;
  monitor = Object.assign(new EventEmitter(), { getSystemIdleTime: () => idle });
  lock = vi.fn<(why: string) => void>();
  watch = watchForLock(monitor as never, lock);
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

test('a locked screen and a sleeping machine lock at once', () => {
  monitor.emit('lock-screen');
  monitor.emit('suspend');
  expect(lock.mock.calls).toEqual([['screen'], ['suspend']]);
});

test('ten minutes without a hand on the machine lock', () => {
  idle = 599;
  vi.advanceTimersByTime(15_000);
  expect(lock).not.toHaveBeenCalled();
  idle = 600;
  vi.advanceTimersByTime(15_000);
  expect(lock.mock.calls).toEqual([['idle']]);
});

test('a job that moves is waited for: idle time counts from its last step', () => {
  idle = 700;
  watch.jobMoved();
  vi.advanceTimersByTime(595_000);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(15_000);
  expect(lock.mock.calls).toEqual([['idle']]);
});

test('a job does not keep a locked screen open', () => {
  watch.jobMoved();
  monitor.emit('lock-screen');
  expect(lock.mock.calls).toEqual([['screen']]);
});
