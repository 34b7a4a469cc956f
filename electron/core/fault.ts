import { randomBytes } from 'node:crypto';
import { describeFault } from '../../shared/plain/describe-fault.ts';
import type { Problem } from '../../shared/protocol/problem.ts';
import { Stop } from './request.ts';
import { damageOf, isDiskFull } from './store/connect.ts';

/** Turns whatever was thrown into a failed Reply: a Stop carries its Problem; anything else is a Fault, logged without evidence content. */
export function asProblem(thrown: unknown, doing: string, log: (line: string) => void): Problem {
  if (thrown instanceof Stop) return thrown.problem;
  if (isBusy(thrown)) return { code: 'job.running', params: { job: doing } };
  if (isDiskFull(thrown)) return { code: 'disk.full' };
  const why = damageOf(thrown);
  if (why !== undefined) return { code: 'case.damaged', params: { why } };
  const ref = randomBytes(4).toString('hex');
  log(`fault ${ref} while ${doing}: ${describeFault(thrown, { withMessage: process.env.QY_DEBUG !== undefined })}`);
  return { code: 'fault', params: { ref } };
}

/** Another connection holds the write lock longer than the busy timeout: a job is writing. */
const isBusy = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'SQLITE_BUSY' || thrown.code === 'SQLITE_LOCKED');
