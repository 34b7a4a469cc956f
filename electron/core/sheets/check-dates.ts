import type { Moment } from '../../../shared/evidence/date.ts';
import type { RowContext } from './sheet.ts';

/** A day that should not come before another day of its row leaves a Problem where it does; months and days are not compared. */
export function warnIfBefore(
  later: { readonly day: string; readonly precision?: Moment['precision'] } | undefined,
  earlier: { readonly day: string; readonly precision?: Moment['precision'] } | undefined,
  field: string,
  row: RowContext,
): void {
  if (!later || !earlier || later.precision === 'month' || earlier.precision === 'month') return;
  if (later.day < earlier.day) row.warn('dates.reversed', field);
}
