import { cellAddress, unpackCells } from '../../../shared/evidence/cell.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { sheetOf } from '../sheets/index.ts';
import { type SheetLayout, sheetLayout } from '../store/place.ts';
import { cellsOfRow } from '../store/row-blocks.ts';

interface StoredProblem {
  readonly rowId: number;
  readonly n: number;
  readonly state: string;
  readonly cells: string;
  readonly sheetId: number;
  readonly sheet: string;
  readonly category: string;
  readonly file: string;
  readonly col: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly seen: string | null;
  readonly params: string | null;
  readonly rejects: number;
}

const from = `from row_problem p join row r on r.id = p.row join sheet s on s.id = r.sheet join batch b on b.id = s.batch
  join evidence e on e.id = b.evidence where (@batch is null or s.batch = @batch) and (@sheet is null or s.id = @sheet) and b.state = 'written'`;

/** 问题行, in the order of the sheets and their rows. */
export default answerInCase('import.problems', ({ batch, sheet, offset, limit }, core) => {
  const { store } = core.openCase;
  const where = { batch: batch ?? null, sheet: sheet ?? null };
  const total = store.db.prepare<unknown[], number>(`select count(*) ${from}`).pluck().get(where) ?? 0;
  const found = store.db
    .prepare<unknown[], StoredProblem>(
      `select p.row as rowId, r.n as n, r.state as state, r.cells as cells, s.id as sheetId, s.name as sheet, s.category as category,
         e.name as file, p.col as col, p.field as field, p.code as code, p.seen as seen, p.params as params, p.rejects as rejects
       ${from} order by p.id limit @limit offset @offset`,
    )
    .all({ ...where, limit, offset });
  const layouts = new Map<number, SheetLayout>();
  const rows = found.map((problem) => {
    const { col, field, n } = problem;
    const layout = layouts.get(problem.sheetId) ?? sheetLayout(store, problem.sheetId);
    layouts.set(problem.sheetId, layout);
    const header = layout.columns.find((column) => column.index === col)?.header;
    const label = field === null ? '' : (sheetOf(problem.category)?.fields[field]?.zh ?? field);
    const shown = col === null ? '' : (unpackCells(cellsOfRow(store, problem.rowId, problem.cells))[col]?.shown ?? '');
    return {
      row: n,
      column: header ?? label,
      field,
      code: problem.code,
      seen: problem.seen ?? shown,
      rejects: problem.rejects === 1,
      ...(problem.params === null ? {} : { params: JSON.parse(problem.params) as Record<string, string | number> }),
      file: problem.file,
      sheet: problem.sheet,
      sheetId: problem.sheetId,
      rowId: problem.rowId,
      state: problem.state,
      cell: col === null ? null : cellAddress(col, n),
    };
  });
  return ok({ total, rows });
});
