import { unpackCells } from '../../../shared/evidence/cell.ts';
import { fill } from '../../../shared/plain/fill.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import { problems as en } from '../../../shared/text/en/problems.ts';
import { problems as zh } from '../../../shared/text/zh-CN/problems.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { Store } from '../store/connect.ts';
import { sheetLayout } from '../store/place.ts';
import { protectedColumns } from '../store/protected-cells.ts';
import { cellsOfRow } from '../store/row-blocks.ts';
import { type RejectsSheet, rejectsWorkbook } from './rejects-workbook.ts';
import { markHeads, markOf } from './repairs.ts';

declare module '../job.ts' {
  interface Jobs {
    'import.write-rejects': {
      payload: { batch: number; lang: 'zh-CN' | 'en' };
      result: { name: string; rows: number };
    };
  }
}

interface RejectedSheet {
  readonly id: number;
  readonly name: string;
  readonly idx: number;
  readonly uid: string;
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

const heads = {
  'zh-CN': ['原行号', '问题', markHeads['zh-CN']],
  en: ['Original row', 'Problem', markHeads.en],
} as const;

/**
 * Writes the rejected rows of a batch with their own headers, so that they can be repaired and imported again; behind them the row they came from
 * and why they were rejected. Problem: batch.not-found.
 */
export default defineJob('import.write-rejects', ({ batch, lang }, job) => {
  const [target] = job.files;
  if (!target) throw new Error('import.write-rejects needs a target');
  const { store, actor } = job.openCase;
  const sheets = store.db
    .prepare<[number], RejectedSheet>(
      'select s.id as id, s.name as name, s.idx as idx, b.uid as uid from sheet s join batch b on b.id = s.batch where b.id = ? order by s.idx',
    )
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

function rejectsOf(store: Store, { id, name, idx, uid }: RejectedSheet, lang: 'zh-CN' | 'en'): RejectsSheet {
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
  const hidden = protectedColumns(columns);
  const rows = rejected.map((row) => {
    const packed = cellsOfRow(store, row.id, row.cells);
    const cells = unpackCells(packed);
    const why = reasons.all(row.id).map(({ code, col, seen, params }) => {
      const where = columns.find((column) => column.index === col)?.header;
      const told = fill(words[code] ?? code, { ...(params === null ? {} : JSON.parse(params)), seen: seen ?? '' });
      return where === undefined ? told : `${where}: ${told}`;
    });
    return [
      ...Array.from({ length: width }, (_, index) => (hidden.has(index) ? '' : (cells[index]?.shown ?? ''))),
      String(row.n),
      why.join('\n'),
      markOf(uid, idx, row.n, packed),
    ];
  });
  return { name, rows: [[...header, ...heads[lang]], ...rows], hidden: width + heads[lang].length - 1 };
}
