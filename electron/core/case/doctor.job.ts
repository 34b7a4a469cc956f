import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import type { JournalHead } from '../journal/entry.ts';
import { checks, examine } from './doctor-checks.ts';

export interface CheckResult {
  id: string;
  ok: boolean;
  detail: string;
  n: number;
}

declare module '../job.ts' {
  interface Jobs {
    doctor: { payload: { mark: JournalHead | null }; result: { ok: boolean; checks: CheckResult[] } };
  }
}

/** Looks at everything and changes nothing. */
export default defineJob('doctor', async ({ mark }, job) => {
  const results: CheckResult[] = [];
  for (const check of checks) {
    job.checkCancelled();
    job.progress(check.id, 0, 0);
    const { n, wrong } = await examine(check, {
      openCase: job.openCase,
      mark: mark ?? undefined,
      progress: (done, total) => {
        job.checkCancelled();
        job.progress(check.id, done, total);
      },
    });
    results.push({ id: check.id, ok: wrong.length === 0, detail: wrong.join('; '), n });
  }
  return ok({ ok: results.every((result) => result.ok), checks: results });
});
