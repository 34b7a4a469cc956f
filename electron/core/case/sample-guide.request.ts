import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { readMeta } from '../store/meta.ts';

/** What the generator of the sample writes beside its spreadsheets; only the guided task of it is read here. */
const truth = z.object({
  guide: z.array(
    z.object({
      step: z.number().int(),
      zh: z.string(),
      en: z.string(),
      answer: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
      rows: z.array(z.object({ file: z.string(), sheet: z.string(), row: z.number().int() })),
    }),
  ),
});

/** Rows shown with a step; the others are found by opening the first ones. */
const shownRows = 8;

export default answerInCase('sample.guide', (_ask, { openCase, shell }) => {
  const file = join(shell.sample, 'truth.json');
  if (readMeta(openCase.store, 'sample') !== '1' || !existsSync(file)) return ok({ steps: [] });
  const { guide } = truth.parse(JSON.parse(readFileSync(file, 'utf8')));
  const rowIdOf = findRow(openCase.store);
  const steps = guide.map(({ step, zh, en, answer, rows }) => ({
    step,
    task: { zh, en },
    answer,
    rows: rows.slice(0, shownRows).flatMap((at) => {
      const rowId = rowIdOf(at);
      return rowId === undefined ? [] : [{ file: at.file, sheet: at.sheet, row: at.row, rowId }];
    }),
  }));
  return ok({ steps });
});

/** Our id of a row of an imported file, by the names the spreadsheet has. */
function findRow(store: Store) {
  const found = store.db
    .prepare<[string, string, number], number>(
      `select r.id from row r join sheet s on s.id = r.sheet join batch b on b.id = s.batch join evidence e on e.id = b.evidence
       where e.name = ? and s.name = ? and r.n = ? and b.state = 'written'`,
    )
    .pluck();
  return ({ file, sheet, row }: { file: string; sheet: string; row: number }): number | undefined =>
    found.get(file, sheet, row);
}
