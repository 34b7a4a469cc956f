import type { Store } from '../store/connect.ts';
import { pairMirrors, pairReversals } from '../store/pair-bookings.ts';
import { prepared } from '../store/prepared.ts';
import { recordOfCategory } from '../store/records/index.ts';
import { replaceRecords } from '../store/replace-records.ts';
import { ImportWriter, type RowState } from '../store/write-import.ts';
import { hashOf, repeatedRow } from './find-duplicates.ts';
import { judgeAgain } from './judge-again.ts';
import { leftOutByHand, repaired } from './leave-out-rows.ts';
import { bookingsBeside, loosenBookings } from './loosen-bookings.ts';
import type { RowProblemDraft } from './read-rows.ts';
import { type StoredSheet, storedSheet } from './stored-sheet.ts';

/** What is to become of a row: read it again as it stands, import it although it repeats another, leave it out as a repetition, or skip it. */
export type RowWish = 'read' | 'import' | 'leave-out' | 'skip';

/** What became of it. */
export interface ChangedRow {
  readonly row: number;
  readonly sheet: number;
  readonly n: number;
  readonly before: RowState;
  readonly state: RowState;
  readonly duplicateOf: number | null;
  readonly problems: readonly RowProblemDraft[];
}

interface Before {
  readonly row: number;
  readonly sheet: number;
  readonly category: string;
  readonly n: number;
  readonly state: RowState;
  readonly why: string | null;
  readonly duplicateOf: number | null;
}

/**
 * Reads rows of the case again, inside the transaction of the caller. `change` writes the corrections (or undoes them) between what the rows were and
 * what they become. Rows whose empty cells stand for a cell that was corrected are read with them, and rows that are judged by those above them are
 * judged again. Records, problems, counts, sums, mirrors and reversals follow; nothing else is read again. Rows come in the order of their ids.
 * Call `afterRecordsChanged` next.
 */
export function changeRows(store: Store, wishes: ReadonlyMap<number, RowWish>, change: () => void): ChangedRow[] {
  const asked = [...wishes.keys()].sort((a, b) => a - b).map((row) => rowBefore(store, row));
  const open = (sheets: Map<number, StoredSheet>, sheet: number): StoredSheet => {
    const found = sheets.get(sheet) ?? storedSheet(store, sheet);
    sheets.set(sheet, found);
    return found;
  };
  // corrections are those of the moment at which a sheet is opened
  const before = new Map<number, StoredSheet>();
  for (const { sheet } of asked) open(before, sheet);
  change();
  const after = new Map<number, StoredSheet>();
  const rows = [...asked, ...filledRows(store, asked, before, (sheet) => open(after, sheet))];
  rows.sort((a, b) => a.row - b.row);
  const sums = new Map<number, Map<string, number>>();
  for (const row of rows) if (isSummed(row.state)) add(sums, row.sheet, open(before, row.sheet).read(row.row).sums, -1);

  setChanged(store, rows);
  const beside = loosenBookings(store);
  const writer = new ImportWriter(store);
  const changed: ChangedRow[] = [];
  replaceRecords(store, 'changed_row', () => {
    store.db.exec('delete from row_problem where row in (select id from changed_row)');
    for (const row of rows) {
      const become = becomes(store, row, wishes.get(row.row) ?? wishOfFilled(row), open(after, row.sheet), writer);
      if (isSummed(become.state)) add(sums, row.sheet, become.sums, 1);
      // the next row may repeat this one
      writer.flush();
      // a total between filled rows is a total still
      if (wishes.has(row.row) || become.before !== 'skipped' || become.state !== 'skipped') changed.push(become);
    }
  });
  dropCitations(store, changed);
  writeCounts(store, changed, sums);
  pairAgain(store, changed, beside);
  return judgeAgain(store, changed);
}

/** Rows whose empty cells stand for a cell that was just corrected; those a person left out stay out. */
function filledRows(
  store: Store,
  asked: readonly Before[],
  before: ReadonlyMap<number, StoredSheet>,
  after: (sheet: number) => StoredSheet,
): Before[] {
  const known = new Set(asked.map(({ row }) => row));
  const found: Before[] = [];
  for (const { row, sheet } of asked) {
    const [was, is] = [before.get(sheet)?.cells(row) ?? [], after(sheet).cells(row)];
    for (let column = 0; column < Math.max(was.length, is.length); column++) {
      if (was[column]?.shown === is[column]?.shown) continue;
      for (const filled of after(sheet).filledFrom(row, column)) {
        if (known.has(filled)) continue;
        known.add(filled);
        const of = rowBefore(store, filled);
        if (of.why !== leftOutByHand && of.why !== repaired) found.push(of);
      }
    }
  }
  return found;
}

/** A repetition that was imported stays imported. */
const wishOfFilled = ({ state, duplicateOf }: Before): RowWish =>
  state === 'imported' && duplicateOf !== null ? 'import' : 'read';

const isSummed = (state: RowState): boolean => state === 'imported' || state === 'duplicate';

function rowBefore(store: Store, row: number): Before {
  const found = prepared<[number], Before>(
    store,
    `select r.id as row, r.sheet as sheet, s.category as category, r.n as n, r.state as state, r.why as why, r.duplicate_of as duplicateOf
     from row r join sheet s on s.id = r.sheet where r.id = ?`,
  ).get(row);
  if (!found) throw new RangeError(`no row ${row}`);
  return found;
}

function setChanged({ db }: Store, rows: readonly Before[]): void {
  db.exec('create temp table if not exists changed_row(id integer primary key); delete from changed_row');
  const insert = db.prepare('insert or ignore into changed_row values (?)');
  for (const { row } of rows) insert.run(row);
}

interface Become extends ChangedRow {
  readonly sums: ReadonlyMap<string, number>;
}

/** Reads one row and writes its new state, record and problems. */
function becomes(store: Store, before: Before, wish: RowWish, sheet: StoredSheet, writer: ImportWriter): Become {
  const { row, n } = before;
  const set = (state: RowState, more: { why?: string; duplicateOf?: number | null; same?: number } = {}) => {
    prepared<[string, string | null, number | null, number | null, number]>(
      store,
      'update row set state = ?, why = ?, duplicate_of = ?, same = ? where id = ?',
    ).run(state, more.why ?? null, more.duplicateOf ?? null, more.same ?? null, row);
    return { row, sheet: before.sheet, n, before: before.state, state, duplicateOf: more.duplicateOf ?? null };
  };
  const nothing = new Map<string, number>();
  if (wish === 'skip') return { ...set('skipped', { why: leftOutByHand }), problems: [], sums: nothing };
  const { read, sums } = sheet.read(row);
  if (read.state === 'skipped') return { ...set('skipped', { why: read.why }), problems: [], sums: nothing };
  for (const problem of read.problems) writer.problem(row, problem);
  const { problems } = read;
  if (read.state === 'rejected') return { ...set('rejected'), problems, sums: nothing };

  const { draft } = read;
  const same = hashOf(draft.same.key);
  // a row that stands is not made a repetition of another by a correction: only a person says so
  const stands = before.state === 'imported' && wish === 'read';
  const repeats =
    before.duplicateOf ?? (stands ? null : (repeatedRow(store, same, draft.same, before, sheet.packed(row)) ?? null));
  const isLeftOut = repeats !== null && wish !== 'import' && !stands;
  if (isLeftOut) return { ...set('duplicate', { duplicateOf: repeats, same }), problems, sums };
  const state = set('imported', { duplicateOf: repeats, same });
  writer.record(row, draft, sheet.columnOf);
  return { ...state, problems, sums };
}

/** Findings stand on records: what is no record any more is cited no more, and a finding that rested on it is gone. */
function dropCitations({ db }: Store, changed: readonly ChangedRow[]): void {
  const gone = JSON.stringify(
    changed.filter(({ before, state }) => before === 'imported' && state !== 'imported').map(({ row }) => row),
  );
  const these = 'in (select value from json_each(?))';
  db.prepare(
    `update finding set gone_run = last_run
     where gone_run is null and id in (select finding from finding_row where role = 'evidence' and row ${these})`,
  ).run(gone);
  for (const [table, column] of [
    ['finding_row', 'row'],
    ['finding_added_row', 'row'],
    ['conference_check', 'row'],
    ['meeting_money', 'row'],
    ['meeting_money', 'meeting_row'],
    ['same_money', 'ledger_row'],
    ['same_money', 'bank_row'],
  ])
    db.prepare(`delete from ${table} where ${column} ${these}`).run(gone);
}

function add(
  sums: Map<number, Map<string, number>>,
  sheet: number,
  more: ReadonlyMap<string, number>,
  sign: 1 | -1,
): void {
  const of = sums.get(sheet) ?? new Map<string, number>();
  sums.set(sheet, of);
  for (const [field, fen] of more) of.set(field, (of.get(field) ?? 0) + sign * fen);
}

function writeCounts(
  store: Store,
  changed: readonly ChangedRow[],
  sums: ReadonlyMap<number, Map<string, number>>,
): void {
  const { db } = store;
  for (const [sheet, rows] of Map.groupBy(changed, ({ sheet: of }) => of)) {
    const kept = prepared<[number], { sums: string; category: string }>(
      store,
      'select sums, category from sheet where id = ?',
    ).get(sheet);
    const total: Record<string, string> = JSON.parse(kept?.sums ?? '{}');
    for (const [field, fen] of sums.get(sheet) ?? [])
      if (fen !== 0 || field in total) total[field] = String(BigInt(total[field] ?? '0') + BigInt(fen));
    const moved = (state: RowState) =>
      rows.filter((row) => row.state === state).length - rows.filter((row) => row.before === state).length;
    db.prepare(
      `update sheet set sums = ?, rows_imported = rows_imported + ?, rows_rejected = rows_rejected + ?,
         rows_duplicate = rows_duplicate + ?, rows_skipped = rows_skipped + ? where id = ?`,
    ).run(JSON.stringify(total), moved('imported'), moved('rejected'), moved('duplicate'), moved('skipped'), sheet);
    const record = recordOfCategory(kept?.category ?? '');
    if (!record?.day.column) continue;
    // the rows of a sheet were written one after the other
    db.prepare(
      `update sheet set (first_day, last_day) = (
         select min(x.${record.day.column}), max(x.${record.day.column}) from ${record.table} x
         where x.row between (select min(id) from row where sheet = @sheet) and (select max(id) from row where sheet = @sheet)) where id = @sheet`,
    ).run({ sheet });
  }
}

/** Mirrors and reversals of the rows that changed, and of the bookings that leaned on them. */
function pairAgain(store: Store, changed: readonly ChangedRow[], before: readonly number[]): void {
  const rows = changed.filter(({ state }) => state === 'imported').map(({ row }) => row);
  const beside = [...new Set([...before, ...bookingsBeside(store, rows)])].filter((row) => !rows.includes(row));
  const outcomes = prepared<[string, number]>(store, 'update rec_bank_flow set outcome = ? where row = ?');
  const sheets = new Map<number, StoredSheet>();
  for (const row of beside.sort((a, b) => a - b)) {
    const { sheet } = rowBefore(store, row);
    const open = sheets.get(sheet) ?? storedSheet(store, sheet);
    sheets.set(sheet, open);
    const { read } = open.read(row);
    if (read.state === 'read') outcomes.run(String(read.draft.columns.outcome ?? 'ok'), row);
  }
  const all = [...rows, ...beside];
  if (all.length === 0) return;
  const from = Math.min(...all);
  pairReversals(store, from, new Set(all));
  const mirrored = prepared<[number]>(
    store,
    'update sheet set rows_mirrored = rows_mirrored + 1 where id = (select sheet from row where id = ?)',
  );
  for (const row of pairMirrors(store, from, new Set(all))) mirrored.run(row);
}
