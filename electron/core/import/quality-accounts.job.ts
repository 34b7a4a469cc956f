import type { AccountStatement } from '../../../shared/protocol/checking.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { accountStatements } from './account-statements.ts';

declare module '../job.ts' {
  interface Jobs {
    'quality.accounts': { payload: Record<string, never>; result: AccountStatement[] };
  }
}

/** Reads every booking of the case: long work for a large case, so the screen does not wait for it. */
export default defineJob('quality.accounts', (_, job) => ok(accountStatements(job.openCase.store)));
