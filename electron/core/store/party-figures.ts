import { type LinkKindId, linkKinds } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import type { Store } from './connect.ts';
import { mentionPlaces } from './mention-places.ts';

/** Kinds whose money went from one party to another. */
const moved = (linkKinds as readonly LinkKind[]).filter(({ money }) => money === 'moved').map(({ id }) => id);
/** What stands for money where the case holds no statement at all. */
const booked: LinkKindId = 'fee';

/**
 * The kinds of link whose money makes the figures "in" and "out" of a party and the sums of the case. One meaning for the whole
 * case: what moved according to statements, or, in a case without statements, what ledgers booked. Never both: the same money
 * may stand in both.
 */
export function moneyKinds(store: Store): readonly string[] {
  const has = store.db.prepare('select 1 from link where kind in (select value from json_each(?)) limit 1').pluck();
  return has.get(JSON.stringify(moved)) === undefined ? [booked] : moved;
}

/** Writes party_figure anew: for each party the records that name it, money in and out, and the number of parties it is linked to. */
export function writeFigures(store: Store): void {
  store.db.exec('delete from party_figure');
  const figures = store.db.prepare<[{ kinds: string }], [number, number, number, number]>(
    `select party, sum(in_fen), sum(out_fen), count(distinct other) from (
       select source as party, target as other, 0 as in_fen, iif(kind in (select value from json_each(@kinds)), fen, 0) as out_fen from link
       union all
       select target, source, iif(kind in (select value from json_each(@kinds)), fen, 0), 0 from link
     ) group by party`,
  );
  const links = new Map<number, [inFen: number, outFen: number, degree: number]>();
  for (const [party, inFen, outFen, degree] of figures.raw().iterate({ kinds: JSON.stringify(moneyKinds(store)) }))
    links.set(party, [inFen, outFen, degree]);
  const insert = store.db.prepare('insert into party_figure values (?, ?, ?, ?, ?)');
  for (const [party, rows] of recordsOfParties(store)) insert.run(party, rows, ...(links.get(party) ?? [0, 0, 0]));
}

/** How many records name each party; a record that names it twice counts once. */
function recordsOfParties(store: Store): Map<number, number> {
  const partyOf = new Map<number, number>();
  for (const [mention, party] of store.db
    .prepare<[], [number, number]>('select id, party from mention where party is not null')
    .raw()
    .iterate())
    partyOf.set(mention, party);
  const records = new Map<number, number>();
  for (const [table, places] of Map.groupBy(mentionPlaces, ({ table }) => table)) {
    const columns = places.map(({ column }) => column).join(', ');
    for (const mentions of store.db
      .prepare<[], Array<number | null>>(`select ${columns} from ${table}`)
      .raw()
      .iterate()) {
      const parties = new Set(mentions.map((mention) => (mention === null ? undefined : partyOf.get(mention))));
      for (const party of parties) if (party !== undefined) records.set(party, (records.get(party) ?? 0) + 1);
    }
  }
  return records;
}
