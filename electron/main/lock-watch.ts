import type { PowerMonitor } from 'electron';

/** Nobody has touched the machine for this long. */
const IDLE_SECONDS = 10 * 60;
const LOOK_MS = 15_000;

export interface LockWatch {
  /** A job that runs shows that somebody waits for it: idle time counts from its last step. */
  jobMoved(): void;
  stop(): void;
}

/** Calls `lock` when the screen is locked, the machine sleeps, or nobody has been there for ten minutes. */
export function watchForLock(
  monitor: Pick<PowerMonitor, 'on' | 'getSystemIdleTime'>,
  lock: (why: 'idle' | 'screen' | 'suspend') => void,
  now: () => number = Date.now,
): LockWatch {
  let lastStep = Number.NEGATIVE_INFINITY;
  monitor.on('lock-screen', () => lock('screen'));
  monitor.on('suspend', () => lock('suspend'));
  const timer = setInterval(() => {
    const jobIdle = (now() - lastStep) / 1000;
    if (Math.min(monitor.getSystemIdleTime(), jobIdle) >= IDLE_SECONDS) lock('idle');
  }, LOOK_MS);
  return {
    jobMoved: () => {
      lastStep = now();
    },
    stop: () => clearInterval(timer),
  };
}
