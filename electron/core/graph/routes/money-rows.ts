import { dayNumber } from '../../../../shared/evidence/day.ts';
import type { LinkKind } from '../../../../shared/ontology/kind.ts';
import type { Store } from '../../store/connect.ts';
import { secondOf } from './moment.ts';

/** Rows of money as columns, in the order of payers and of time; `start[p]` … `start[p + 1] − 1` are those that party p paid. */
export interface MoneyRows {
  readonly count: number;
  readonly row: Int32Array;
  readonly payer: Int32Array;
  readonly payee: Int32Array;
  readonly fen: Float64Array;
  readonly day: Int32Array;
  readonly second: Int32Array;
  readonly start: Int32Array;
}

type Line = [row: number, payer: number, payee: number, fen: number, day: string, time: string | null];

/** The rows of a kind between parties that may be part of a circle; `pulse` is called now and then. */
export function moneyRows(
  store: Store,
  { edge }: LinkKind,
  wanted: { readonly minFen: number; readonly since: string; readonly until: string; readonly parties: number },
  mayBe: (payer: number, payee: number) => boolean,
  pulse: () => void,
): MoneyRows {
  const lines = store.db
    .prepare<[{ minFen: number; since: string; until: string }], Line>(
      `select ${edge.rows}, ${edge.from}, ${edge.to}, ${edge.amount}, ${edge.on}, ${edge.time ?? 'null'} from ${edge.view}
       where ${edge.amount} > 0 and ${edge.amount} >= @minFen and ${edge.on} is not null and ${edge.on} >= @since and ${edge.on} <= @until`,
    )
    .raw();
  const kept: Array<readonly [row: number, payer: number, payee: number, fen: number, day: number, second: number]> =
    [];
  let read = 0;
  for (const [row, payer, payee, fen, day, time] of lines.iterate(wanted)) {
    if (++read % 4096 === 0) pulse();
    if (mayBe(payer, payee)) kept.push([row, payer, payee, fen, dayNumber(day.slice(0, 10)), secondOf(time)]);
  }
  kept.sort((a, b) => a[1] - b[1] || a[4] - b[4] || a[5] - b[5] || a[0] - b[0]);
  const start = new Int32Array(wanted.parties + 2);
  for (const [, payer] of kept) start[payer + 1]!++;
  for (let party = 0; party <= wanted.parties; party++) start[party + 1]! += start[party]!;
  const column = (at: 0 | 1 | 2 | 4 | 5) => Int32Array.from(kept, (line) => line[at]);
  return {
    count: kept.length,
    row: column(0),
    payer: column(1),
    payee: column(2),
    fen: Float64Array.from(kept, (line) => line[3]),
    day: column(4),
    second: column(5),
    start,
  };
}
