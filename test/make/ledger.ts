import { type Ledger, whatWasHeld } from '../../electron/core/graph/trace/ledger.ts';
import { inOrderOfTime } from '../../electron/core/graph/trace/order-ties.ts';

export interface Paid {
  readonly from: number;
  readonly to: number;
  readonly fen: number;
  readonly day: number;
  readonly second?: number;
}

/** A ledger of payments between parties 1 … n (0 is nobody); row i + 1 is the i-th payment given. Statements cover `covered` parties whole. */
export function makeLedger(
  parties: number,
  paid: readonly Paid[],
  more: {
    traits?: Readonly<Record<number, number>>;
    covered?: readonly number[];
    opening?: Readonly<Record<number, number>>;
  } = {},
): Ledger {
  const size = paid.length;
  const rank = Int32Array.from({ length: parties + 1 }, (_, party) => party);
  const raw = {
    size,
    rank,
    row: Int32Array.from(paid, (_, i) => i + 1),
    payer: Int32Array.from(paid, ({ from }) => from),
    payee: Int32Array.from(paid, ({ to }) => to),
    fen: Float64Array.from(paid, ({ fen }) => fen),
    day: Int32Array.from(paid, ({ day }) => day),
    second: Int32Array.from(paid, ({ second = 86_401 }) => second),
  };
  const order = inOrderOfTime(raw);
  const pick = <T extends Int32Array | Float64Array>(from: T): T => from.map((_, i) => from[order[i]!]!) as T;
  const columns = {
    size,
    row: pick(raw.row),
    payer: pick(raw.payer),
    payee: pick(raw.payee),
    fen: pick(raw.fen),
    day: pick(raw.day),
  };
  const firsts = new Map<number, Array<{ party: number; before: number }>>();
  for (const [text, before] of Object.entries(more.opening ?? {})) {
    const party = Number(text);
    const i = columns.payer.findIndex((payer, at) => payer === party || columns.payee[at] === party);
    if (i >= 0) firsts.set(columns.row[i]!, [...(firsts.get(columns.row[i]!) ?? []), { party, before }]);
  }
  const covered = new Set(more.covered ?? rank);
  return {
    ...columns,
    abroad: new Uint8Array(size),
    ...whatWasHeld({ ...columns, parties: parties + 1 }, firsts),
    traits: Uint8Array.from(rank, (party) => more.traits?.[party] ?? 0),
    coveredFrom: Int32Array.from(rank, (party) => (covered.has(party) ? -1_000_000 : 1)),
    coveredTo: Int32Array.from(rank, (party) => (covered.has(party) ? 1_000_000 : 0)),
    rank,
    aside: [],
  };
}
