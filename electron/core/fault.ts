import { randomBytes } from 'node:crypto';
import type { Problem } from '../../shared/protocol/problem.ts';
import { Stop } from './request.ts';

/** Turns whatever was thrown into a failed Reply: a Stop carries its Problem; anything else is a Fault, logged without evidence content. */
export function asProblem(thrown: unknown, doing: string, log: (line: string) => void): Problem {
  if (thrown instanceof Stop) return thrown.problem;
  if (isBusy(thrown)) return { code: 'job.running', params: { job: doing } };
  const ref = randomBytes(4).toString('hex');
  log(`fault ${ref} while ${doing}: ${describeFault(thrown)}`);
  return { code: 'fault', params: { ref } };
}

/** Another connection holds the write lock longer than the busy timeout: a job is writing. */
const isBusy = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'SQLITE_BUSY' || thrown.code === 'SQLITE_LOCKED');

/** Name, code and stack frames of an error. Its message is left out: it may quote a cell. */
function describeFault(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown ? ` ${String(thrown.code)}` : '';
  const frames = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  const message = process.env.QY_DEBUG ? ` ${thrown.message}` : '';
  return [`${thrown.name}${code}${message}`, ...frames].join(' | ');
}
