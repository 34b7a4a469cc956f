import type { FileWish, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { type PartyComparison, tryParties } from './compare-parties.ts';
import { tryImport } from './try-import.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.parties': {
      payload: { answers: readonly SheetAnswer[]; wishes: readonly FileWish[] };
      result: PartyComparison;
    };
  }
}

/** 主体匹配: imports and joins for real, says who was joined to whom and why, and takes everything back. */
export default defineJob('import.parties', async (asked, job) =>
  ok(await tryImport(job, asked, (outcome) => tryParties(job, outcome))),
);
