import { isShareAtLeast } from './exact.ts';
import { monthOf, monthsBetween } from './months.ts';
import { medianOf } from './statistics.ts';

/** A payment as far as a payroll shows in it. */
export interface Regular {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
}

const MONTHS = 3;
/** A month's pay is at least so much of the usual one, and the usual one of it. */
const ALIKE = 0.8;

/**
 * 工资式付款: the rows of payments that one payee gets from one payer in three or more months running, each month's sum within a fifth of
 * the middle one. Order and files do not matter.
 */
export function payrollRows(payments: readonly Regular[]): Set<number> {
  const rows = new Set<number>();
  for (const list of Map.groupBy(payments, ({ payer, payee }) => `${payer} ${payee}`).values()) {
    const months = [...Map.groupBy(list, ({ day }) => monthOf(day))]
      .map(([month, paid]) => ({ month, paid, fen: paid.reduce((sum, { fen }) => sum + fen, 0) }))
      .sort((a, b) => (a.month < b.month ? -1 : 1));
    if (months.length < MONTHS) continue;
    const usual = Math.round(medianOf(months.map(({ fen }) => fen)));
    const alike = months.filter(({ fen }) => isShareAtLeast(fen, usual, ALIKE) && isShareAtLeast(usual, fen, ALIKE));
    for (let from = 0; from < alike.length; ) {
      let to = from + 1;
      while (to < alike.length && monthsBetween(alike[to - 1]!.month, alike[to]!.month) === 1) to++;
      if (to - from >= MONTHS) for (const { paid } of alike.slice(from, to)) for (const { row } of paid) rows.add(row);
      from = to;
    }
  }
  return rows;
}
