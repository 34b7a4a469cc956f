import { type LinkKindId, linkKinds } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import type { Store } from './connect.ts';
import { indexedColumns, mentionPlaces } from './mention-places.ts';
import { prepared } from './prepared.ts';

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

/**
 * Writes party_figure anew: for each party the records that name it, money in and out, and the number of parties it is linked to. Answers which
 * parties stand at both ends of a booking: only they can have moved money between their own accounts.
 */
export function writeFigures(store: Store): ReadonlySet<number> {
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
  const { records, atBothEnds } = recordsOfParties(store);
  for (const [party, rows] of records) insert.run(party, rows, ...(links.get(party) ?? [0, 0, 0]));
  return atBothEnds;
}

/** How many records name each party; a record that names it twice counts once. */
function recordsOfParties(store: Store): { records: Map<number, number>; atBothEnds: Set<number> } {
  const partyOf = new Map<number, number>();
  for (const [mention, party] of store.db
    .prepare<[], [number, number]>('select id, party from mention where party is not null')
    .raw()
    .iterate())
    partyOf.set(mention, party);
  const partyAt = (mention: number | null | undefined) =>
    mention === null || mention === undefined ? undefined : partyOf.get(mention);
  const records = new Map<number, number>();
  const atBothEnds = new Set<number>();
  for (const [table, places] of Map.groupBy(mentionPlaces, ({ table }) => table)) {
    const [holder, counterparty] = ['holder', 'counterparty'].map((end) =>
      table === 'rec_bank_flow' ? places.findIndex(({ column }) => column === end) : -1,
    ) as [number, number];
    const columns = places.map(({ column }) => column).join(', ');
    for (const mentions of store.db
      .prepare<[], Array<number | null>>(`select ${columns} from ${table}`)
      .raw()
      .iterate()) {
      for (let i = 0; i < mentions.length; i++) {
        const party = partyAt(mentions[i]);
        if (party === undefined || mentions.findIndex((mention) => partyAt(mention) === party) < i) continue;
        records.set(party, (records.get(party) ?? 0) + 1);
      }
      const held = partyAt(mentions[holder]);
      if (held !== undefined && held === partyAt(mentions[counterparty])) atBothEnds.add(held);
    }
  }
  return { records, atBothEnds };
}

/** A party that went into another as a whole. */
export interface JoinedParties {
  readonly from: number;
  readonly into: number;
  /** mentions that went with it, and those that the other had (JSON arrays) */
  readonly mentions: { readonly of: string; readonly others: string };
}

interface PartyFigures {
  readonly rows: number;
  readonly in_fen: number;
  readonly out_fen: number;
  readonly degree: number;
}

/** The figures of one party; zeros where no record names it. */
export const figuresOf = (store: Store, party: number): PartyFigures =>
  prepared<[number], PartyFigures>(store, 'select rows, in_fen, out_fen, degree from party_figure where party = ?').get(
    party,
  ) ?? { rows: 0, in_fen: 0, out_fen: 0, degree: 0 };

function put(store: Store, party: number, { rows, in_fen, out_fen, degree }: PartyFigures): void {
  prepared<[number, number, number, number, number]>(
    store,
    'insert or replace into party_figure values (?, ?, ?, ?, ?)',
  ).run(party, rows, in_fen, out_fen, degree);
}

/** Adds the figures of a party to those of the one it went into: after its mentions did, and before its links do. */
export function joinFigures(store: Store, { from, into, mentions }: JoinedParties): void {
  const [one, other] = [figuresOf(store, from), figuresOf(store, into)];
  const kinds = JSON.stringify(moneyKinds(store));
  const between = prepared<[{ from: number; into: number; kinds: string }], { fen: number; links: number }>(
    store,
    `select coalesce(sum(iif(kind in (select value from json_each(@kinds)), fen, 0)), 0) as fen, count(*) as links from (
       select kind, fen from link where source = @from and target = @into union all
       select kind, fen from link where source = @into and target = @from)`,
  ).get({ from, into, kinds })!;
  const common = commonNeighbours(store, from, into);
  put(store, into, {
    rows: one.rows + other.rows - recordsOfBoth(store, mentions.of, mentions.others),
    in_fen: one.in_fen + other.in_fen - between.fen,
    out_fen: one.out_fen + other.out_fen - between.fen,
    degree: one.degree + other.degree - common.length - (between.links > 0 ? 2 : 0),
  });
  prepared<[number]>(store, 'delete from party_figure where party = ?').run(from);
  const fewer = prepared<[number]>(store, 'update party_figure set degree = degree - 1 where party = ?');
  for (const party of common) fewer.run(party);
}

/** Parties at the other end of any link. */
export const neighboursOf = (store: Store, party: number): number[] =>
  prepared<[{ party: number }], { other: number }>(
    store,
    'select target as other from link where source = @party union select source from link where target = @party',
  )
    .all({ party })
    .map(({ other }) => other);

function commonNeighbours(store: Store, a: number, b: number): number[] {
  const ofA = new Set(neighboursOf(store, a));
  return neighboursOf(store, b).filter((party) => ofA.has(party));
}

const rowsNaming = (table: string, bound: string): string =>
  columnsOf(table)
    .map((column) => `select row from ${table} where ${column} in (select value from json_each(${bound}))`)
    .join(' union ');

const tables = [...new Set(mentionPlaces.map(({ table }) => table))];
const columnsOf = (table: string): readonly string[] =>
  indexedColumns(
    table,
    mentionPlaces.filter((place) => place.table === table).map(({ column }) => column),
  );

/** How many records name one of the mentions, in whatever role. */
function recordsOf(store: Store, mentions: string): number {
  return tables.reduce((sum, table) => {
    const count = prepared<[{ mentions: string }], { n: number }>(
      store,
      `select count(*) as n from (${rowsNaming(table, '@mentions')})`,
    );
    return sum + count.get({ mentions })!.n;
  }, 0);
}

/** How many records name mentions of both. */
function recordsOfBoth(store: Store, a: string, b: string): number {
  return tables.reduce((sum, table) => {
    const count = prepared<[{ a: string; b: string }], { n: number }>(
      store,
      `select count(*) as n from (${rowsNaming(table, '@a')}) where row in (${rowsNaming(table, '@b')})`,
    );
    return sum + count.get({ a, b })!.n;
  }, 0);
}

/**
 * Works out anew the figures of parties whose mentions changed. Money and records of whoever is linked with them stay; only with how many parties
 * it is linked may change: `before` and `after` say with how many of these.
 */
export function refreshFigures(
  store: Store,
  changed: ReadonlySet<number>,
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): void {
  const kinds = JSON.stringify(moneyKinds(store));
  const sums = prepared<[{ party: number; kinds: string }], Omit<PartyFigures, 'rows'>>(
    store,
    `select coalesce(sum(in_fen), 0) as in_fen, coalesce(sum(out_fen), 0) as out_fen, count(distinct other) as degree from (
       select target as other, 0 as in_fen, iif(kind in (select value from json_each(@kinds)), fen, 0) as out_fen from link where source = @party
       union all
       select source, iif(kind in (select value from json_each(@kinds)), fen, 0), 0 from link where target = @party)`,
  );
  const mentionsOf = prepared<[number], { list: string }>(
    store,
    'select json_group_array(id) as list from mention where party = ?',
  );
  for (const party of changed) {
    const rows = recordsOf(store, mentionsOf.get(party)!.list);
    if (rows === 0) prepared<[number]>(store, 'delete from party_figure where party = ?').run(party);
    else put(store, party, { rows, ...sums.get({ party, kinds })! });
  }
  const more = prepared<[number, number]>(store, 'update party_figure set degree = degree + ? where party = ?');
  for (const party of new Set([...before.keys(), ...after.keys()])) {
    const turned = (after.get(party) ?? 0) - (before.get(party) ?? 0);
    if (turned !== 0) more.run(turned, party);
  }
}
