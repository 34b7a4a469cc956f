import { unpackCells } from '../../../shared/evidence/cell.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from '../store/connect.ts';
import { correctionsOf } from '../store/corrections.ts';
import { type SheetColumn, sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { protectedColumns, WITHHELD, withoutProtected } from '../store/protected-cells.ts';
import { cellsOfRow } from '../store/row-blocks.ts';

export type SourceRow = Answer<'source.rows'>['rows'][number];

interface StoredRow {
  readonly rowId: number;
  readonly n: number;
  readonly state: string;
  readonly why: string | null;
  readonly cells: string;
}

/** Rows of a sheet by the sheet's own numbers, both ends included, with the columns that findings cite and those that hold a problem. */
export function sourceRows(store: Store, sheet: number, from: number, to: number): SourceRow[] {
  const rows = prepared<[number, number, number], StoredRow>(
    store,
    'select id as rowId, n, state, why, cells from row where sheet = ? and n between ? and ? order by n',
  ).all(sheet, from, to);
  const { columns } = sheetLayout(store, sheet);
  const cited = prepared<[number], { field: string }>(store, 'select distinct field from finding_row where row = ?');
  const problems = prepared<[number], { column: number | null; code: string }>(
    store,
    'select col as column, code from row_problem where row = ? order by id',
  );
  return rows.map(({ cells, ...row }) => ({
    ...row,
    cells: withoutProtected(unpackCells(cellsOfRow(store, row.rowId, cells)), columns).map((cell) => cell?.shown ?? ''),
    corrected: correctionsOf(store, row.rowId).map(({ column, value }) => ({
      column,
      value: protectedColumns(columns).has(column) ? WITHHELD : value,
    })),
    cited: cited.all(row.rowId).flatMap(({ field }) => columnOf(columns, field) ?? []),
    problems: problems.all(row.rowId),
  }));
}

export const columnOf = (columns: readonly SheetColumn[], field: string): number | undefined =>
  columns.find((column) => column.field === field)?.index;
