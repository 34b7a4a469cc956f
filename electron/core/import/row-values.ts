import { type CellOrEmpty, cellAddress, unpackCells } from '../../../shared/evidence/cell.ts';
import { choiceLists } from '../../../shared/evidence/choices.ts';
import { expenseTypes } from '../../../shared/evidence/expense-type.ts';
import { fen } from '../../../shared/evidence/fen.ts';
import { exactYuan } from '../../../shared/evidence/money.ts';
import { exactPrice } from '../../../shared/evidence/price.ts';
import type { Bilingual } from '../../../shared/protocol/parts.ts';
import { sheetOf } from '../sheets/index.ts';
import type { Store } from '../store/connect.ts';
import { correctionsOf, withValues } from '../store/corrections.ts';
import { sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { protectedColumns, WITHHELD } from '../store/protected-cells.ts';
import { recordOfCategory } from '../store/records/index.ts';
import type { RecordTable } from '../store/records/record.ts';
import { cellsOfRow } from '../store/row-blocks.ts';

/**
 * One value read from a row: as it was read where a record holds it, otherwise as the cell shows it. `en`: the same where `shown` is a word of this
 * program; null where it is what the file says. `from`: a fact of the sheet and where it stands.
 */
export interface RowValue {
  readonly field: string;
  readonly label: Bilingual;
  readonly shown: string;
  readonly en: string | null;
  readonly cell: string | null;
  readonly column: number | null;
  readonly from: string | null;
}

interface StoredRow {
  readonly sheet: number;
  readonly n: number;
  readonly state: string;
  readonly cells: string;
  readonly category: string;
}

const words = new Map<string, Bilingual>(
  [...choiceLists.flat(), ...expenseTypes].map(({ id, zh, en }) => [id, { zh, en }] as const),
);
const directions: Readonly<Record<string, Bilingual>> = {
  in: { zh: '进', en: 'In' },
  out: { zh: '出', en: 'Out' },
  neutral: { zh: '不计收支', en: 'Neither' },
};
const outcomes: Readonly<Record<string, Bilingual>> = {
  ok: { zh: '成功', en: 'Completed' },
  failed: { zh: '失败', en: 'Failed' },
  reversed: { zh: '冲正', en: 'Reversed' },
};
const yes: Bilingual = { zh: '是', en: 'Yes' };
const no: Bilingual = { zh: '否', en: 'No' };

/** Every value of a row, in the order of its columns, then the facts of its sheet. */
export function rowValues(store: Store, rowId: number): RowValue[] {
  const row = prepared<[number], StoredRow>(
    store,
    'select r.sheet as sheet, r.n as n, r.state as state, r.cells as cells, s.category as category from row r join sheet s on s.id = r.sheet where r.id = ?',
  ).get(rowId);
  const sheet = row && sheetOf(row.category);
  if (!row || !sheet) return [];
  const { columns, facts } = sheetLayout(store, row.sheet);
  const table = recordOfCategory(row.category);
  const record = row.state === 'imported' && table ? recordOf(store, table, rowId) : undefined;
  const corrections = correctionsOf(store, rowId);
  const cells: readonly CellOrEmpty[] = withValues(
    unpackCells(cellsOfRow(store, rowId, row.cells)),
    new Map(corrections.map(({ column, value }) => [column, value])),
  );
  const hidden = protectedColumns(columns);
  const dayColumn = table?.day.column ?? null;
  const hasDay = [...columns, ...facts].some(({ field }) => field !== null && sheet.kept[field] === dayColumn);
  const values: RowValue[] = [];
  for (const { index, field } of columns) {
    const cell = cells[index] ?? null;
    const definition = field === null ? undefined : sheet.fields[field];
    if (field === null || !definition || cell === null) continue;
    const kept = record && sheet.kept[field];
    if (hidden.has(index)) {
      const label = { zh: definition.zh, en: definition.en };
      values.push({
        field,
        label,
        shown: WITHHELD,
        en: null,
        cell: cellAddress(index, row.n),
        column: index,
        from: null,
      });
      continue;
    }
    const read = kept && table ? asRead(store, table, kept, record[kept] ?? null) : cell.shown;
    // a month is stored as its first day: no day is told that nobody said
    const isMonth = kept !== undefined && kept === table?.day.column && record?.precision === 'month';
    // one column for day and time: the day is nowhere else
    const day = kept === 'time' && record?.time && !hasDay && dayColumn !== null ? record[dayColumn] : null;
    const shown = isMonth ? read?.slice(0, 7) : day === null ? read : `${day} ${read}`;
    const label = { zh: definition.zh, en: definition.en };
    values.push({
      field,
      label,
      shown: shown ?? cell.shown,
      en: kept && record && shown !== undefined ? (wordOf(table, kept, record[kept] ?? null)?.en ?? null) : null,
      cell: cellAddress(index, row.n),
      column: index,
      from: null,
    });
  }
  for (const { field, value, cell, from } of facts) {
    const definition = sheet.fields[field];
    if (!definition) continue;
    values.push({
      field,
      label: { zh: definition.zh, en: definition.en },
      shown: value,
      en: null,
      cell,
      column: null,
      from: from ?? 'title',
    });
  }
  return values;
}

/** Columns that hold 1 for yes and 0 for no. */
const yesOrNo: ReadonlySet<string> = new Set(['cash', 'signed', 'winner', 'vbp', 'positive']);

type Stored = Readonly<Record<string, string | number | null>>;

const recordOf = (store: Store, { table }: RecordTable, row: number): Stored | undefined =>
  prepared<[number], Stored>(store, `select * from ${table} where row = ?`).get(row);

/** A stored value as a person reads it; undefined: nothing was stored for it. */
function asRead(store: Store, table: RecordTable, column: string, value: string | number | null): string | undefined {
  if (value === null) return undefined;
  if (column in table.mentions) {
    return prepared<[number], { name: string }>(store, 'select name from mention where id = ?').get(Number(value))
      ?.name;
  }
  return inWords(column, value);
}

/** A stored value that is no party, in the words a person reads. */
export function inWords(column: string, value: string | number): string {
  if (column.endsWith('fen')) return exactYuan(fen(Number(value)));
  if (column.endsWith('micro')) return exactPrice(Number(value));
  return ownWord(column, value)?.zh ?? String(value);
}

/** The word of this program for a stored value; undefined where the value says itself, as names and texts do. */
function ownWord(column: string, value: string | number): Bilingual | undefined {
  if (column === 'direction') return directions[value];
  if (column === 'outcome') return outcomes[value];
  if (yesOrNo.has(column)) return value === 1 ? yes : no;
  return words.get(String(value));
}

const wordOf = (
  table: RecordTable | undefined,
  column: string,
  value: string | number | null,
): Bilingual | undefined =>
  value === null || (table && column in table.mentions) || column.endsWith('fen') || column.endsWith('micro')
    ? undefined
    : ownWord(column, value);
