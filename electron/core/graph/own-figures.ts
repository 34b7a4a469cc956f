import type { Store } from '../store/connect.ts';
import { asDrawn } from '../store/drawings.ts';
import { takeLinkSnapshot } from '../store/link-snapshot.ts';
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

/** As of the drawing that stands. */
export const ownFigures = (store: Store): OwnByParty =>
  asDrawn<Known>(store, kept, {
    snapshot: () => fromSnapshot(store),
    patched: ({ own }, changed, drawing) => {
      const stays = [...own].filter(([party]) => !changed.has(party));
      return { drawing, own: new Map([...stays, ...readOwn(store, changed)]) };
    },
    anew: (drawing) => ({ drawing, own: readOwn(store) }),
  }).own;

function fromSnapshot(store: Store): Known | undefined {
  let own: OwnByParty = new Map();
  const drawing = takeLinkSnapshot(store, [ownPart], (_, data) => {
    own = byParty(JSON.parse(new TextDecoder().decode(data)) as Row[]);
  });
  return drawing === undefined ? undefined : { drawing, own };
}
