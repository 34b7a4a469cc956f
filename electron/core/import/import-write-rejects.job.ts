import { unpackCells } from '../../../shared/evidence/cell.ts';
import { fill } from '../../../shared/plain/fill.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { problems as en } from '../../../shared/text/en/problems.ts';
import { problems as zh } from '../../../shared/text/zh-CN/problems.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { Store } from '../store/connect.ts';
import { sheetLayout } from '../store/place.ts';
import { type RejectsSheet, rejectsWorkbook } from './rejects-workbook.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.write-rejects': {
      payload: { batch: number; lang: 'zh-CN' | 'en' };
      result: { name: string; rows: number };
    };
  }
}

interface Rejected {
  readonly id: number;
  readonly n: number;
  readonly cells: string;
}
interface Reason {
  readonly code: string;
  readonly col: number | null;
  readonly seen: string | null;
  readonly params: string | null;
}

const heads = { 'zh-CN': ['原行号', '问题'], en: ['Original row', 'Problem'] } as const;

/**
 * Writes the rejected rows of a batch with their own headers, so that they can be repaired and imported again; behind them the row they came from
 * and why they were rejected. Problem: batch.not-found.
 */
export default defineJob('import.write-rejects', ({ batch, lang }, job) => {
  const [target] = job.files;
  if (!target) throw new Error('import.write-rejects needs a target');
  const { store, actor } = job.openCase;
  const sheets = store.db
    .prepare<[number], { id: number; name: string }>('select id, name from sheet where batch = ? order by idx')
    .all(batch);
  if (sheets.length === 0) return failed('batch.not-found', { params: { batch } });
  const written = sheets.map((sheet) => rejectsOf(store, sheet, lang)).filter((sheet) => sheet.rows.length > 1);
  const rows = written.reduce((sum, sheet) => sum + sheet.rows.length - 1, 0);
  const bytes = rejectsWorkbook(written.length > 0 ? written : [{ name: sheets[0]?.name ?? '', rows: [heads[lang]] }]);
  job.write(target, bytes);
  writeJournal(store, {
    actor,
    at: job.now(),
    action: 'import.rejects-written',
    params: { batch, rows, file: target.name },
  });
  return ok({ name: target.name, rows });
});

function rejectsOf(store: Store, { id, name }: { id: number; name: string }, lang: 'zh-CN' | 'en'): RejectsSheet {
  const { columns } = sheetLayout(store, id);
  const width = Math.max(0, ...columns.map((column) => column.index + 1));
  const header = Array.from(
    { length: width },
    (_, index) => columns.find((column) => column.index === index)?.header ?? '',
  );
  const rejected = store.db
    .prepare<[number], Rejected>("select id, n, cells from row where sheet = ? and state = 'rejected' order by n")
    .all(id);
  const reasons = store.db.prepare<[number], Reason>(
    'select code, col, seen, params from row_problem where row = ? order by id',
  );
  const words: Readonly<Record<string, string>> = lang === 'en' ? en : zh;
  const rows = rejected.map((row) => {
    const cells = unpackCells(row.cells);
    const why = reasons.all(row.id).map(({ code, col, seen, params }) => {
      const where = columns.find((column) => column.index === col)?.header;
      const told = fill(words[code] ?? code, { ...(params === null ? {} : JSON.parse(params)), seen: seen ?? '' });
      return where === undefined ? told : `${where}: ${told}`;
    });
    return [...Array.from({ length: width }, (_, index) => cells[index]?.shown ?? ''), String(row.n), why.join('\n')];
  });
  return { name, rows: [[...header, ...heads[lang]], ...rows] };
}
