import type { ImportReport, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { rowValues } from './row-values.ts';
import { runImport } from './run-import.ts';

type Samples = Answer<'import.check'>['samples'];

declare module '../job.ts' {
  interface Jobs {
    'import.check': { payload: { answers: readonly SheetAnswer[] }; result: ImportReport & { samples: Samples } };
  }
}

const sampleRows = 5;

/** 试算: imports for real and takes it back, so that what it says is what an import would do. */
export default defineJob('import.check', async ({ answers }, job) => {
  const { store } = job.openCase;
  const checked = await runImport(job, answers, ({ report, batches }) => {
    const samples: Samples = [];
    const sheetsOf = store.db.prepare<[number], { id: number; name: string }>(
      'select id, name from sheet where batch = ? order by idx',
    );
    const first = store.db.prepare<[number, number], { id: number; n: number }>(
      "select id, n from row where sheet = ? and state = 'imported' order by n limit ?",
    );
    for (const { batch, file } of batches) {
      for (const { id, name } of sheetsOf.all(batch)) {
        const rows = first.all(id, sampleRows).map((row) => ({
          n: row.n,
          values: rowValues(store, row.id).map(({ field, shown, cell }) => ({ field, shown, cell })),
        }));
        samples.push({ file: file.file, sheet: name, rows });
      }
    }
    const files = report.files.map((file) => ({ ...file, batch: null }));
    return { value: { files, samples }, keep: false };
  });
  return ok(checked);
});
