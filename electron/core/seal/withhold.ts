import { packCells, unpackCells } from '../../../shared/evidence/cell.ts';
import type { Store } from '../store/connect.ts';
import type { SheetColumn } from '../store/place.ts';
import { isProtectedField, protectedColumns, WITHHELD, withoutProtected } from '../store/protected-cells.ts';
import { changedBlock } from '../store/row-blocks.ts';

/** 受保护: what names whoever gave a lead is in no shared copy, wherever the case keeps it. Column of the store → what is copied instead. */
export const withheldSql: Readonly<Record<string, string>> = {
  'row.cells': 'qy_open_cells(sheet, cells)',
  'row_block.data': 'qy_open_block(data)',
  'correction.original': 'qy_open_value(row, col, original)',
  'correction.value': 'qy_open_value(row, col, value)',
  'row_problem.seen': 'qy_open_value(row, col, seen)',
  'manual_entry.typed': 'qy_open_entry(typed)',
};

/** Makes the functions of `withheldSql`. What they need is read here: while rows are copied nothing else can be asked. `mask` is for texts that are kept packed. */
export function withhold(store: Store, mask: (text: string) => string): void {
  const sheets = store.db.prepare<[], { id: number; columns: string }>('select id, columns from sheet').all();
  const guarded = new Map<number, readonly SheetColumn[]>();
  for (const { id, columns } of sheets) {
    const parsed = JSON.parse(columns) as SheetColumn[];
    if (protectedColumns(parsed).size > 0) guarded.set(id, parsed);
  }
  const rows = store.db
    .prepare<[string], { id: number; sheet: number }>(
      'select id, sheet from row where sheet in (select value from json_each(?))',
    )
    .all(JSON.stringify([...guarded.keys()]));
  const sheetOfRow = new Map(rows.map(({ id, sheet }) => [id, sheet]));
  const define = (name: string, run: (...given: unknown[]) => unknown) =>
    store.db.function(name, { deterministic: true, directOnly: true, varargs: true }, run);

  define('qy_open_cells', (sheet, cells) => {
    const columns = guarded.get(Number(sheet));
    return columns ? packCells(withoutProtected(unpackCells(String(cells)), columns)) : cells;
  });
  // rows of sheets with something to withhold stand in no block
  define('qy_open_block', (data) => changedBlock(data as Buffer, mask));
  define('qy_open_value', (row, column, text) => {
    const columns = guarded.get(sheetOfRow.get(Number(row)) ?? 0);
    const hides = columns !== undefined && column !== null && protectedColumns(columns).has(Number(column));
    return hides && text !== null ? WITHHELD : text;
  });
  define('qy_open_entry', (typed) => {
    const said = Object.entries(JSON.parse(String(typed)) as Record<string, string>);
    return JSON.stringify(
      Object.fromEntries(said.map(([field, text]) => [field, isProtectedField(field) ? WITHHELD : text])),
    );
  });
}
