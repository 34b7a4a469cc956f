import { type Cell, type CellOrEmpty, cellAddress, unpackCells } from '../../../shared/evidence/cell.ts';
import type { Source } from '../../../shared/protocol/parts.ts';
import { Stop } from '../request.ts';
import type { Store } from './connect.ts';
import { correctionsOf, withValues } from './corrections.ts';
import { prepared } from './prepared.ts';
import { withoutProtected } from './protected-cells.ts';
import { cellsOfRow } from './row-blocks.ts';

/** One column of a sheet as it was mapped: JSON in sheet.columns. */
export interface SheetColumn {
  /** 0-based position in the sheet */
  readonly index: number;
  readonly header: string;
  /** null = kept as an additional field */
  readonly field: string | null;
  readonly confidence?: number;
}

/** A value that holds for the whole sheet: from a title row (then with its cell), the sheet's, the file's or the folder's name. JSON in sheet.facts. */
export interface SheetFact {
  readonly field: string;
  readonly value: string;
  readonly cell: string | null;
  readonly from?: 'title' | 'sheet' | 'file' | 'folder' | 'stated';
}

export interface SheetLayout {
  readonly columns: readonly SheetColumn[];
  readonly facts: readonly SheetFact[];
  /** 手工录入: a person typed it */
  readonly manual: boolean;
}

/** What one field of one row holds, and where: the file's cell, or what a person corrected it to. `cell` is null where the cell is empty or the value is a fact of the sheet. */
export interface SourceValue {
  readonly source: Source;
  readonly cell: Cell | null;
  readonly shown: string;
  readonly fact: SheetFact | null;
}

export interface RowField {
  readonly row: number;
  readonly field: string | null;
}

/**
 * Some sheets spread one meaning over several columns: 金额, or 收入金额 and 支出金额. A figure cited by the meaning is found in
 * the first of these columns that is filled in its row.
 */
const standIns: Readonly<Record<string, readonly string[]>> = {
  amount: ['amount', 'amount_in', 'amount_out'],
  txn_date: ['txn_date', 'txn_time'],
  txn_time: ['txn_time', 'txn_date'],
  counterparty_name: ['counterparty_name', 'counterparty_info'],
  counterparty_account: ['counterparty_account', 'counterparty_info'],
  holder_account: ['holder_account', 'holder_card'],
  holder_card: ['holder_card', 'holder_account'],
  fee: ['fee', 'fee_gross'],
};

interface Placed {
  readonly n: number;
  readonly sheet: number;
  readonly sheetName: string;
  readonly evidence: number;
  readonly file: string;
  readonly cells: string;
  readonly corrected: number;
}

const placedSql = `select r.n as n, s.id as sheet, s.name as sheetName, e.id as evidence, e.name as file, r.cells as cells,
    exists (select 1 from correction c where c.row = r.id and c.undone_at is null) as corrected
  from row r join sheet s on s.id = r.sheet join batch b on b.id = s.batch join evidence e on e.id = b.evidence where r.id = ?`;

/** The columns and facts of a sheet, as mapped at its import. */
export function sheetLayout(store: Store, sheet: number): SheetLayout {
  const found = prepared<[number], { columns: string; facts: string; manual: number }>(
    store,
    `select columns, facts, exists(select 1 from manual_entry m where m.batch = sheet.batch) as manual from sheet where id = ?`,
  ).get(sheet);
  if (!found) throw new Stop({ code: 'source.not-found' });
  return { columns: JSON.parse(found.columns), facts: JSON.parse(found.facts), manual: found.manual === 1 };
}

/**
 * Reads values with their places; keeps the layout of every sheet it has met, so use one reader for one answer and then forget it
 * (a batch that is undone frees its ids). A row that is not in the store any more leaves with Problem `source.not-found`.
 */
export function valueReader(store: Store): (row: number, field: string | null) => SourceValue {
  const placed = prepared<[number], Placed>(store, placedSql);
  const layouts = new Map<number, SheetLayout>();
  return (row, field) => {
    const at = placed.get(row);
    if (!at) throw new Stop({ code: 'source.not-found' });
    const layout = layouts.get(at.sheet) ?? sheetLayout(store, at.sheet);
    layouts.set(at.sheet, layout);
    return valueAt(store, at, row, field, layout);
  };
}

/** The cell a figure comes from. `row` and `rowId` are always the record's; a fact of the sheet gives the column and cell of the title row. */
export const sourceOf = (store: Store, rowId: number, field: string | null): Source =>
  valueReader(store)(rowId, field).source;

/** Many places at once, in the order asked. */
export function sourcesOf(store: Store, wanted: readonly RowField[]): Source[] {
  const read = valueReader(store);
  return wanted.map(({ row, field }) => read(row, field).source);
}

function valueAt(store: Store, at: Placed, rowId: number, field: string | null, layout: SheetLayout): SourceValue {
  const source = {
    evidence: at.evidence,
    file: at.file,
    sheetId: at.sheet,
    sheet: at.sheetName,
    row: at.n,
    rowId,
    field,
    ...(layout.manual && { manual: true }),
  };
  if (field === null) return { source: { ...source, column: null, cell: null }, cell: null, shown: '', fact: null };
  const columns = columnsFor(layout, field);
  if (columns.length > 0) {
    const original = withoutProtected(unpackCells(cellsOfRow(store, rowId, at.cells)), layout.columns);
    const corrections = at.corrected === 1 ? correctionsOf(store, rowId) : [];
    const corrected = withValues(original, new Map(corrections.map(({ column, value }) => [column, value])));
    const cells: readonly CellOrEmpty[] = withoutProtected(corrected, layout.columns);
    const index = columns.find((each) => cells[each]) ?? columns[0] ?? 0;
    const cell = cells[index] ?? null;
    if (cell !== null || !factFor(layout, field))
      return {
        source: {
          ...source,
          column: index,
          cell: cellAddress(index, at.n),
          ...(corrections.some(({ column }) => column === index) ? { corrected: original[index]?.shown ?? '' } : {}),
        },
        cell,
        shown: cell?.shown ?? '',
        fact: null,
      };
  }
  const fact = factFor(layout, field);
  if (!fact) return { source: { ...source, column: null, cell: null }, cell: null, shown: '', fact: null };
  return { source: { ...source, column: columnOf(fact.cell), cell: fact.cell }, cell: null, shown: fact.value, fact };
}

const wordsFor = (field: string): readonly string[] => standIns[field] ?? [field];

const columnsFor = (layout: SheetLayout, field: string): number[] =>
  wordsFor(field).flatMap((word) =>
    layout.columns.filter((column) => column.field === word).map((column) => column.index),
  );

function factFor(layout: SheetLayout, field: string): SheetFact | undefined {
  for (const word of wordsFor(field)) {
    const fact = layout.facts.find((each) => each.field === word);
    if (fact) return fact;
  }
  return undefined;
}

/** B2 → 1. */
function columnOf(cell: string | null): number | null {
  const letters = cell?.match(/^[A-Z]+/)?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
