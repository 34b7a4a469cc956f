import { createHash } from 'node:crypto';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { MaskLevel } from './masker.ts';
import { writeSummary } from './summary-workbook.ts';

declare module '../job.ts' {
  interface Jobs {
    'report.write': {
      payload: { mask: MaskLevel; lang: 'zh-CN' | 'en'; purpose: string };
      result: { name: string; bytes: number; sha256: string; sheets: Array<{ title: string; rows: number }> };
    };
  }
}

/** Writes the Excel case summary to its target and its digest into the journal. */
export default defineJob('report.write', async (payload, job) => {
  const [target] = job.files;
  if (!target) throw new Error('report.write needs a target');
  const at = job.now();
  let rows = 0;
  const tick = () => {
    job.checkCancelled();
    rows += 2_000;
    job.progress('report', rows, 0);
  };
  const { bytes, pages } = await writeSummary(job.openCase, { ...payload, at, tick });
  job.write(target, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { store, actor } = job.openCase;
  writeJournal(store, {
    actor,
    at,
    action: 'report.written',
    params: { file: target.name, sha256, mask: payload.mask, purpose: payload.purpose },
  });
  return ok({ name: target.name, bytes: bytes.length, sha256, sheets: pages });
});
