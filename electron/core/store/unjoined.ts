import type { Store } from './connect.ts';

/** Records that came in. */
export interface Added {
  /** the first row that came in */
  readonly from: number;
  /** rows, earlier ones among them, that count otherwise since: taken back, or the other side of a new line */
  readonly turned: readonly number[];
}

/** Notes, in the transaction that imports a file, that its rows from `firstRow` on still have to be joined with the rest of the case. */
export function markUnjoined(store: Store, firstRow: number): void {
  store.db
    .prepare(
      `insert into import_unjoined(only, first_row) values (1, ?)
       on conflict (only) do update set first_row = min(first_row, excluded.first_row)`,
    )
    .run(firstRow);
}

/** The first row that is not joined with the rest; undefined: all are. */
export const unjoinedFrom = ({ db }: Store): number | undefined =>
  db.prepare<[], number>('select first_row from import_unjoined').pluck().get();

/** Everything is joined. */
export function clearUnjoined({ db }: Store): void {
  db.exec('delete from import_unjoined');
}
