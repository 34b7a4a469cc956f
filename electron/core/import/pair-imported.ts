import type { SheetReport } from '../../../shared/protocol/import.requests.ts';
import type { Store } from '../store/connect.ts';
import { pairMirrors, pairReversals } from '../store/pair-bookings.ts';

/**
 * What rows of one file say about rows of others: pairs reversals and mirrored transfers over everything with ids from `from` on. `reports`: of
 * sheets written just now, by id; their counts follow. Returns the rows that count otherwise than before.
 */
export function pairImported(store: Store, from: number, reports: ReadonlyMap<number, SheetReport>): number[] {
  const reversed = pairReversals(store, from);
  const mirrored = pairMirrors(store, from);
  countMirrored(store, mirrored, reports);
  return [...reversed, ...mirrored];
}

/** Both lines of a transfer count in their own sheets, also in sheets of earlier imports. */
function countMirrored(store: Store, rows: readonly number[], written: ReadonlyMap<number, SheetReport>): void {
  const sheetOf = store.db.prepare<[number], number>('select sheet from row where id = ?').pluck();
  const counts = new Map<number, number>();
  for (const row of rows) {
    const sheet = sheetOf.get(row);
    if (sheet !== undefined) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  }
  const add = store.db.prepare('update sheet set rows_mirrored = rows_mirrored + ? where id = ?');
  for (const [sheet, count] of counts) {
    add.run(count, sheet);
    const report = written.get(sheet);
    if (report) report.rows.mirrored += count;
  }
}
