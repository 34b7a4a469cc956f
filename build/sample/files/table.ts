/** Tables that are no statements: a list of columns, each knowing how to write one value of a record. */
import type { Day } from '../plain/civil.ts';
import type { Fen } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Party } from '../world/types.ts';
import type { BadCell, Category, CellMention, GridCell, GridRow, GridSheet } from './grid.ts';
import { rowOf } from './grid.ts';
import { type DateStyle, formerName, type MoneyStyle, writeMoney, writeNumber, writeParty } from './written.ts';

/** How one sheet writes things, and what is noted about the row being written. */
export interface Hand {
  readonly random: Random;
  readonly noise: number;
  /** of the whole sample, whose noise is richer */
  readonly whole: boolean;
  readonly date: DateStyle;
  readonly money: MoneyStyle;
  readonly spreadsheet: boolean;
}

export interface RowNotes {
  readonly header: string;
  readonly field: string;
  readonly problems: BadCell[];
  readonly mentions: CellMention[];
  readonly amounts: Record<string, Fen>;
}

export interface TableColumn<T> {
  readonly header: string;
  readonly field: string | null;
  readonly write: (record: T, hand: Hand, notes: RowNotes, order: number) => GridCell;
}

export interface Table<T> {
  readonly category: Category;
  readonly columns: ReadonlyArray<TableColumn<T>>;
}

export interface RecordToWrite<T> {
  readonly record: T;
  readonly id: string;
  readonly told: boolean;
}

export function writeRecord<T>(table: Table<T>, hand: Hand, { record, id }: RecordToWrite<T>, order: number): GridRow {
  const problems: BadCell[] = [];
  const mentions: CellMention[] = [];
  const amounts: Record<string, Fen> = {};
  const cells = table.columns.map((column) =>
    column.write(
      record,
      hand,
      { header: column.header, field: column.field ?? '', problems, mentions, amounts },
      order,
    ),
  );
  return { cells, fate: 'imported', record: id, mentions, amounts, ...(problems.length > 0 ? { problems } : {}) };
}

/** Puts something unreadable into a required column of a row that was readable; the row is then rejected. */
export function breakRow<T>(table: Table<T>, row: GridRow, field: string, code: string, seen: string): GridRow {
  const at = table.columns.findIndex((column) => column.field === field);
  if (at < 0) throw new Error(`no column ${field} to break`);
  const cells = row.cells.map((cell, i) => (i === at ? (seen === '' ? null : seen) : cell));
  return {
    ...row,
    cells,
    fate: 'rejected',
    amounts: {},
    problems: [...(row.problems ?? []), { column: table.columns[at]!.header, code, seen }],
  };
}

/** A whole sheet: title rows, the header, the rows, notes below. */
export function tableSheet<T>(
  table: Table<T>,
  name: string,
  titles: ReadonlyArray<readonly GridCell[]>,
  rows: readonly GridRow[],
  below: readonly GridRow[] = [],
): GridSheet {
  const top = titles.map((cells) => rowOf(cells, cells.length === 0 ? 'blank' : 'title'));
  const header = rowOf(
    table.columns.map((column) => column.header),
    'header',
  );
  return {
    name,
    category: table.category,
    columns: table.columns.map(({ header: text, field }) => ({ header: text, field })),
    rows: [...top, header, ...rows, ...below],
    merges: titles.length > 0 && titles[0]!.length > 0 ? [[0, 0, table.columns.length - 1]] : [],
  };
}

// what most columns write

export const asMoney =
  <T>(value: (record: T) => Fen | undefined, style?: MoneyStyle) =>
  (record: T, hand: Hand, notes: RowNotes): GridCell => {
    const fen = value(record);
    if (fen === undefined) return null;
    notes.amounts[notes.field] = fen;
    return writeMoney(fen, style ?? hand.money);
  };

/** `on`: the day of the record, where it may bear a name of that day. */
export const asParty =
  <T>(
    value: (record: T) => Party | undefined,
    anchored: (record: T) => boolean = () => false,
    on?: (record: T) => Day | undefined,
  ) =>
  (record: T, hand: Hand, notes: RowNotes): GridCell => {
    const party = value(record);
    if (!party) return null;
    const usual = writeParty(hand.random, party, hand.noise, anchored(record), hand.whole);
    const day = anchored(record) ? on?.(record) : undefined;
    const written = (day === undefined ? undefined : formerName(party, day, hand.noise)) ?? usual;
    notes.mentions.push({ party, field: notes.field, written: written.trim() });
    return written;
  };

/** Identity numbers and accounts; `safe` records are never damaged. */
export const asNumber =
  <T>(value: (record: T) => string | undefined, kind: { idCard: boolean }, safe: (record: T) => boolean) =>
  (record: T, hand: Hand, notes: RowNotes): GridCell => {
    const digits = value(record);
    if (digits === undefined || digits === '') return null;
    const idCard = kind.idCard && /^\d{17}[\dX]$/.test(digits);
    const written = writeNumber(hand.random, digits, hand.noise, {
      damage: !safe(record),
      idCard,
      spreadsheet: hand.spreadsheet,
    });
    if (written.damage) {
      const cell = written.cell;
      const seen = cell === null ? '' : typeof cell === 'string' ? cell : String(cell.n);
      notes.problems.push({ column: notes.header, code: written.damage, seen });
    }
    return written.cell;
  };

export const asText =
  <T>(value: (record: T) => string | undefined) =>
  (record: T): GridCell => {
    const text = value(record);
    return text === undefined || text === '' ? null : text;
  };
