import type { Store } from '../store/connect.ts';
import { changedSince, drawingOf } from '../store/drawings.ts';
import { readLinkSnapshot } from '../store/link-snapshot.ts';
import { prepared } from '../store/prepared.ts';

/** What one party moved between its own accounts: transfers, fen, the first and the last day. */
export interface OwnFigures {
  readonly rows: number;
  readonly fen: number;
  readonly first: string | null;
  readonly last: string | null;
}

export type OwnByParty = ReadonlyMap<number, OwnFigures>;

/** The part of the snapshot of links that holds them. */
export const ownPart = 'own';

type Row = [party: number, rows: number, fen: number, first: string | null, last: string | null];

const select = 'select payer, count(*), sum(fen), min(day), max(day) from own_transfer';

/** Of these parties, or of all, those that moved something. Of all means a look at every booking. */
export function readOwn(store: Store, parties?: Iterable<number>): OwnByParty {
  const rows =
    parties === undefined
      ? prepared<[], Row>(store, `${select} group by payer`).raw().all()
      : prepared<[string], Row>(store, `${select} where payer in (select value from json_each(?)) group by payer`)
          .raw()
          .all(JSON.stringify([...parties]));
  return byParty(rows);
}

export const packOwn = (own: OwnByParty): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify([...own].map(([party, { rows, fen, first, last }]): Row => [party, rows, fen, first, last])),
  );

const byParty = (rows: readonly Row[]): OwnByParty =>
  new Map(rows.map(([party, ...[count, fen, first, last]]) => [party, { rows: count, fen, first, last }]));

interface Known {
  readonly drawing: string;
  readonly own: OwnByParty;
}

const kept = new WeakMap<Store['db'], Known>();

/** As of the drawing that stands: from memory or the snapshot, and of parties that changed since, from their rows. */
export function ownFigures(store: Store): OwnByParty {
  const drawing = drawingOf(store);
  const known = kept.get(store.db);
  if (known?.drawing === drawing) return known.own;
  const own = followed(store, drawing, known) ?? followed(store, drawing, fromSnapshot(store)) ?? readOwn(store);
  kept.set(store.db, { drawing, own });
  return own;
}

function followed(store: Store, drawing: string, known: Known | undefined): OwnByParty | undefined {
  if (!known || known.drawing === drawing) return known?.own;
  const changed = changedSince(store, known.drawing);
  if (!changed) return undefined;
  const stays = [...known.own].filter(([party]) => !changed.has(party));
  return new Map([...stays, ...readOwn(store, changed)]);
}

function fromSnapshot(store: Store): Known | undefined {
  const snapshot = readLinkSnapshot(store, [ownPart]);
  return (
    snapshot && {
      drawing: snapshot.drawing,
      own: byParty(JSON.parse(new TextDecoder().decode(snapshot.parts.get(ownPart))) as Row[]),
    }
  );
}
