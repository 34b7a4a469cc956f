import type { AccountStatement } from '../../../shared/protocol/checking.requests.ts';
import type { FileWish, ImportReport, SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import type { Store } from '../store/connect.ts';
import { sheetLayout } from '../store/place.ts';
import { accountStatements } from './account-statements.ts';
import { type PartyComparison, tryParties } from './compare-parties.ts';
import type { KeptCheck } from './kept-checks.ts';
import { rowDescriber, rowEntries } from './problem-rows.ts';
import { rowValues } from './row-values.ts';
import { tryImport } from './try-import.ts';

type Samples = Answer<'import.check'>['samples'];

declare module '../job.ts' {
  interface Jobs {
    'import.check': {
      payload: { answers: readonly SheetAnswer[]; wishes: readonly FileWish[]; keep: boolean };
      result: ImportReport & {
        samples: Samples;
        accounts: AccountStatement[];
        accountsTotal: number;
        kept: { check: KeptCheck; parties: PartyComparison } | null;
      };
    };
  }
}

const sampleRows = 5;
const mostAccounts = 60;

/**
 * 试算: imports for real and takes it back, so that what it says is what an import would do. A check that is kept tries the parties too: the next step
 * asks for them, and reading everything again would take as long as the check.
 */
export default defineJob('import.check', async (asked, job) => {
  const { store } = job.openCase;
  const checked = await tryImport(job, asked, (outcome) => {
    const { report, batches } = outcome;
    job.progress('import.look', 0, 0);
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
          values: rowValues(store, row.id).map(({ field, shown, en, cell }) => ({ field, shown, en, cell })),
        }));
        samples.push({ file: file.file, sha256: file.sha256, sheet: name, rows });
      }
    }
    const files = report.files.map((file) => ({ ...file, batch: null }));
    const sheets = batches.flatMap(({ batch }) => sheetsOf.all(batch));
    const ids = sheets.map(({ id }) => id);
    const statements = asked.keep ? accountStatements(store, ids) : [];
    const accounts = statements.slice(0, mostAccounts);
    const kept = asked.keep ? { check: everyProblemRow(store, sheets), parties: tryParties(job, outcome) } : null;
    return { files, samples, accounts, accountsTotal: statements.length, kept };
  });
  return ok(checked);
});

/** The rows are gone when the check is over: what is to be looked at is told while they are there. */
function everyProblemRow(store: Store, sheets: ReadonlyArray<{ id: number }>): KeptCheck {
  const ids = sheets.map(({ id }) => id);
  const entries = rowEntries(store, ids);
  const firstRow = store.db
    .prepare<[string], number | null>('select min(id) from row where sheet in (select value from json_each(?))')
    .pluck()
    .get(JSON.stringify(ids));
  const describe = rowDescriber(store, firstRow ?? 0);
  return {
    entries,
    rows: new Map(entries.map((entry) => [entry.row, describe(entry)])),
    columns: new Map(
      ids.map((id) => [
        id,
        sheetLayout(store, id).columns.map(({ index, header, field }) => ({ index, header, field })),
      ]),
    ),
  };
}
