import { cellAddress, unpackCells } from '../../../shared/evidence/cell.ts';
import type { Problem } from '../../../shared/protocol/problem.ts';
import { Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { undoCorrections, writeCorrection } from '../store/corrections.ts';
import { prepared } from '../store/prepared.ts';
import { cellsOfRow } from '../store/row-blocks.ts';
import { type ChangedRow, changeRows, type RowWish } from './change-rows.ts';

/** Other values for cells of one row. */
export interface RowFix {
  readonly rowId: number;
  readonly cells: ReadonlyArray<{ readonly column: number; readonly value: string }>;
}

export interface Said {
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

/**
 * 更正: puts values in the place of cells and reads the rows again, inside the transaction of the caller. The cell of the file is kept. Leaves with
 * correction.unreadable where what was written cannot be read, or an imported row would be one no more; then nothing is changed.
 */
export function correctCells(store: Store, fixes: readonly RowFix[], { reason, at, actor }: Said): ChangedRow[] {
  const changed = fixCells(store, fixes, { reason, at, actor, how: 'after' });
  for (const row of changed) {
    const unread = unreadOf(row, fixes);
    if (unread) throw new Stop(unreadableFix(store, row, unread.column ?? 0, unread.seen));
    if (row.before === 'imported' && row.state !== 'imported') {
      const [first] = row.problems;
      throw new Stop(unreadableFix(store, row, first?.column ?? 0, first?.seen ?? ''));
    }
  }
  return changed;
}

/** Writes the corrections and reads the rows again. */
function fixCells(
  store: Store,
  fixes: readonly RowFix[],
  { reason, at, actor, how }: Said & { how: 'after' | 'repaired' },
): ChangedRow[] {
  for (const { rowId } of fixes) mustBeRow(store, rowId);
  return changeRows(store, new Map(fixes.map(({ rowId }) => [rowId, wishOf(store, rowId)])), () => {
    for (const { rowId, cells } of fixes) {
      const original = originalCells(store, rowId);
      for (const { column, value } of cells)
        writeCorrection(store, {
          row: rowId,
          column,
          original: original[column]?.shown ?? '',
          value,
          reason,
          at,
          actor,
          how,
        });
    }
  });
}

/** The problem of a cell that was corrected, where what was written cannot be read. */
function unreadOf(row: ChangedRow, fixes: readonly RowFix[]): ChangedRow['problems'][number] | undefined {
  const written = fixes.find(({ rowId }) => rowId === row.row)?.cells ?? [];
  return row.problems.find(
    ({ column, code }) => unreadable.test(code) && written.some((cell) => cell.column === column),
  );
}

/** What came of a list of rejected rows that was repaired. */
export interface Repaired {
  readonly changed: readonly ChangedRow[];
  /** rows whose new values cannot be read either: they stay as they were */
  readonly unread: readonly number[];
}

/** Corrects what can be read of a repaired list; a row that is still wrong keeps nothing of it. */
export function repairRows(store: Store, fixes: readonly RowFix[], said: Said): Repaired {
  const changed = fixCells(store, fixes, { ...said, how: 'repaired' });
  const unread = changed.filter((row) => unreadOf(row, fixes) !== undefined).map(({ row }) => row);
  if (unread.length > 0) {
    const ids = prepared<[string], { id: number }>(
      store,
      "select id from correction where undone_at is null and how = 'repaired' and row in (select value from json_each(?))",
    ).all(JSON.stringify(unread));
    const back = takeBackCorrections(
      store,
      ids.map(({ id }) => id),
      said,
    );
    // rows that were filled from them were read twice: what they are now counts
    const last = new Map([...changed, ...back].map((row) => [row.row, row]));
    const kept = changed.filter(({ row }) => !unread.includes(row));
    return { changed: kept.map((row) => ({ ...(last.get(row.row) ?? row), before: row.before })), unread };
  }
  return { changed, unread };
}

/** Takes corrections back and reads their rows again. Leaves with row.needed where other rows rest on one that would be no record any more. */
export function takeBackCorrections(
  store: Store,
  ids: readonly number[],
  { at, actor }: Omit<Said, 'reason'>,
): ChangedRow[] {
  const standing = prepared<[number], { row: number }>(
    store,
    'select row from correction where id = ? and undone_at is null',
  );
  const rows = [...new Set(ids.map((id) => standing.get(id)?.row ?? noCorrection(id)))];
  const wishes = new Map(rows.map((row) => [row, 'read' as RowWish] as const));
  const changed = changeRows(store, wishes, () => undoCorrections(store, ids, at, actor));
  mustNotBeNeeded(store, changed);
  return changed;
}

/** What a person says of rows as a whole, after the import. */
export type RowDecision = 'import' | 'leave-out' | 'skip' | 'read';

/** Imports repetitions after all, leaves them out again, skips rejected rows, or reads skipped ones again. */
export function decideRows(store: Store, rows: readonly number[], decision: RowDecision): ChangedRow[] {
  for (const row of rows) {
    const { state, duplicateOf } = mustBeRow(store, row);
    const fits =
      decision === 'import'
        ? state === 'duplicate'
        : decision === 'leave-out'
          ? state === 'imported' && duplicateOf !== null
          : decision === 'skip'
            ? state === 'rejected' || state === 'duplicate'
            : state === 'skipped' || state === 'rejected';
    if (!fits) throw new Stop({ code: 'row.other-state', params: { row } });
  }
  const changed = changeRows(store, new Map(rows.map((row) => [row, decision])), () => undefined);
  mustNotBeNeeded(store, changed);
  return changed;
}

const unreadable = /unreadable|too-large|out-of-range|value\.missing|ambiguous/;

function unreadableFix(store: Store, { row, n }: ChangedRow, column: number, seen: string): Problem {
  const file = prepared<[number], { file: string; sheet: string }>(
    store,
    'select file, sheet_name as sheet from place where row = ?',
  ).get(row);
  return {
    code: 'correction.unreadable',
    at: { ...file, row: n, cell: cellAddress(column, n) },
    seen,
    params: { cell: cellAddress(column, n) },
  };
}

/** A correction of an imported repetition keeps it imported; a left-out one stays so unless it is another booking now. */
const wishOf = (store: Store, row: number): RowWish => {
  const { state, duplicateOf } = mustBeRow(store, row);
  return state === 'imported' && duplicateOf !== null ? 'import' : 'read';
};

function mustBeRow(store: Store, row: number): { state: string; duplicateOf: number | null } {
  const found = prepared<[number], { state: string; duplicateOf: number | null }>(
    store,
    `select r.state as state, r.duplicate_of as duplicateOf from row r join sheet s on s.id = r.sheet join batch b on b.id = s.batch
     where r.id = ? and b.state = 'written'`,
  ).get(row);
  if (!found) throw new Stop({ code: 'source.not-found' });
  if (found.state === 'title' || found.state === 'header') throw new Stop({ code: 'row.other-state', params: { row } });
  return found;
}

function originalCells(store: Store, row: number) {
  const stored = prepared<[number], { cells: string }>(store, 'select cells from row where id = ?').get(row);
  return stored ? unpackCells(cellsOfRow(store, row, stored.cells)) : [];
}

function noCorrection(id: number): never {
  throw new Stop({ code: 'correction.not-found', params: { id } });
}

/** A booking delivered again was left out because of a row: that row cannot go before it. */
function mustNotBeNeeded(store: Store, changed: readonly ChangedRow[]): void {
  const gone = changed.filter(({ before, state }) => before === 'imported' && state !== 'imported');
  const needed = prepared<[number], { n: number; file: string }>(
    store,
    `select r.n as n, p.file as file from row r join place p on p.row = r.id where r.duplicate_of = ? and r.state = 'duplicate' limit 1`,
  );
  for (const { row, n } of gone) {
    const other = needed.get(row);
    if (other) throw new Stop({ code: 'row.needed', params: { row: n, other: other.n, file: other.file } });
  }
}
