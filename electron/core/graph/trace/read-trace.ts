import type { Asked } from '../../../../shared/protocol/requests.ts';
import { journalHead } from '../../journal/write-journal.ts';
import { Stop } from '../../request.ts';
import type { Store } from '../../store/connect.ts';
import { drawingOf } from '../../store/drawings.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { traceMethod } from './methods/index.ts';
import { seedPayments } from './seeds.ts';
import { knownNormal } from './stops.ts';
import { type Traced, traceMoney } from './trace-money.ts';

type Asking = Omit<Asked<'trace.run'>, 'perLayer'>;

/** What a trace tells while it runs. */
export interface Meanwhile {
  progress(step: string, done: number, total: number): void;
  checkCancelled(): void;
}

/** The last trace of a case: opening its hops one by one does not follow the money again. */
const last = new WeakMap<Store['db'], { key: string; traced: readonly Traced[] }>();

/** Follows the money as asked. Leaves with Problems trace.no-payments, trace.no-seed, party.not-found. */
export function readTrace(
  store: Store,
  ask: Asking,
  { progress, checkCancelled }: Meanwhile,
): { ledger: Ledger; traced: readonly Traced[] } {
  const ledger = ledgerOf(store, (done, total) => {
    checkCancelled();
    progress('trace-read', done, total);
  });
  if (ledger.size === 0) throw new Stop({ code: 'trace.no-payments' });
  const key = JSON.stringify([drawingOf(store), journalHead(store).seq, ask]);
  const known = last.get(store.db);
  if (known?.key === key) return { ledger, traced: known.traced };
  const sides: ReadonlyArray<'down' | 'up'> = ask.direction === 'both' ? ['up', 'down'] : [ask.direction];
  const stops = new Set(ask.stops);
  const normal = stops.has('normal') ? knownNormal(store) : new Set<number>();
  const traced = sides.map((direction) => {
    const { layers, minRow, minTotal, minShare, withinDays = null } = ask;
    return traceMoney(
      ledger,
      {
        direction,
        ...seedPayments(store, ledger, ask, direction),
        ...{ layers, minRow, minTotal, minShare, withinDays, stops, normal },
        method: traceMethod(ask.method),
      },
      (done) => {
        checkCancelled();
        progress('trace-follow', done, ledger.size);
      },
    );
  });
  if (traced.every(({ seedRows }) => seedRows === 0)) throw new Stop({ code: 'trace.no-seed' });
  last.set(store.db, { key, traced });
  return { ledger, traced };
}
