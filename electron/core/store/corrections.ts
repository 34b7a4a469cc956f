import { type CellOrEmpty, textCell } from '../../../shared/evidence/cell.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** 更正: one standing correction of a cell of a row. */
export interface Correction {
  readonly id: number;
  readonly column: number;
  /** the cell as the file shows it, '' where it is empty */
  readonly original: string;
  readonly value: string;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

export interface NewCorrection {
  readonly row: number;
  readonly column: number;
  readonly original: string;
  readonly value: string;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
  readonly how: 'before' | 'after' | 'repaired';
}

/** Corrections of a row that stand, by column. */
export const correctionsOf = (store: Store, row: number): Correction[] =>
  prepared<[number], Correction>(
    store,
    `select id, col as "column", original, value, reason, at, actor from correction where row = ? and undone_at is null order by col`,
  ).all(row);

/** Writes a correction; one that stood in its place is undone. A value that gives back the original leaves no correction. */
export function writeCorrection(store: Store, correction: NewCorrection): void {
  const { row, column, original, value, reason, at, actor, how } = correction;
  prepared<[string, string, number, number]>(
    store,
    'update correction set undone_at = ?, undone_by = ? where row = ? and col = ? and undone_at is null',
  ).run(at, actor, row, column);
  if (value === original) return;
  prepared<[number, number, string, string, string, string, string, string]>(
    store,
    'insert into correction(row, col, original, value, reason, at, actor, how) values (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(row, column, original, value, reason, at, actor, how);
}

/** Takes standing corrections back; returns the rows they were in. */
export function undoCorrections(store: Store, ids: readonly number[], at: string, actor: string): number[] {
  const rowOf = prepared<[number], { row: number }>(
    store,
    'select row from correction where id = ? and undone_at is null',
  );
  const undo = prepared<[string, string, number]>(
    store,
    'update correction set undone_at = ?, undone_by = ? where id = ?',
  );
  const rows = ids.flatMap((id) => {
    const found = rowOf.get(id);
    if (!found) return [];
    undo.run(at, actor, id);
    return [found.row];
  });
  return [...new Set(rows)];
}

/** The cells of a row with other values in the place of some: as text, because a person wrote them. */
export function withValues(cells: readonly CellOrEmpty[], values: ReadonlyMap<number, string>): CellOrEmpty[] {
  const changed = [...cells];
  for (const [column, value] of values) {
    while (changed.length <= column) changed.push(null);
    changed[column] = value === '' ? null : textCell(value);
  }
  return changed;
}
