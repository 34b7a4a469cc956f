import { statedKinds } from '../../../shared/ontology/index.ts';
import type { Store } from '../store/connect.ts';
import { markDrawn } from '../store/drawings.ts';
import {
  figuresOf,
  type JoinedParties,
  joinFigures,
  moneyKinds,
  neighboursOf,
  refreshFigures,
} from '../store/party-figures.ts';
import { prepared } from '../store/prepared.ts';
import { drawPairSql, partyLinksSql } from './link-sql.ts';
import { recountAttributes } from './relations/count-attributes.ts';
import { putSharedLinks, takeSharedLinks } from './shared-links.ts';

/** A mention that stands with another party now. */
interface Moved {
  readonly mention: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Lets the links follow mentions that moved from party to party, touching only the links of those parties; the result is what `drawLinks`
 * would draw. Where a party went into another as a whole, its links are added to the other's without reading their rows again. Returns false
 * where everything has to be drawn anew; then nothing is left half done that a drawing would not mend.
 */
export function redrawLinks(store: Store, moved: readonly Moved[]): boolean {
  const kinds = moneyKinds(store).join();
  const { joined, others } = plan(store, moved);
  const changed = new Set<number>([...others, ...joined.flatMap(({ from, into }) => [from, into])]);
  const turned = recountAttributes(
    store,
    moved.map(({ mention }) => mention),
  );
  for (const party of turned) changed.add(party);
  takeSharedLinks(store, changed);
  for (const pair of joined) joinLinks(store, pair);
  const before = timesLinked(store, others);
  for (const party of others) drawParty(store, party);
  if (moneyKinds(store).join() !== kinds) return false;
  refreshFigures(store, others, before, timesLinked(store, others));
  putSharedLinks(store, changed);
  if (changed.size > 0) markDrawn(store, changed);
  return true;
}

/** With how many of these parties each other one is linked. */
function timesLinked(store: Store, parties: ReadonlySet<number>): Map<number, number> {
  const times = new Map<number, number>();
  for (const party of parties)
    for (const other of neighboursOf(store, party))
      if (!parties.has(other)) times.set(other, (times.get(other) ?? 0) + 1);
  return times;
}

/** Parties that went into one other as a whole, in order; and all others whose mentions changed. */
function plan(store: Store, moved: readonly Moved[]): { joined: JoinedParties[]; others: Set<number> } {
  const mentionsOf = prepared<[number], { id: number }>(store, 'select id from mention where party = ?');
  const others = new Set<number>();
  const whole: Array<{ from: number; into: number; of: number[] }> = [];
  for (const [from, mentions] of Map.groupBy(moved, (each) => each.from)) {
    const into = new Set(mentions.map(({ to }) => to));
    const [only = 0] = into;
    const isWhole = from !== 0 && only !== 0 && into.size === 1 && mentionsOf.all(from).length === 0;
    if (isWhole) whole.push({ from, into: only, of: mentions.map(({ mention }) => mention) });
    else for (const party of [from, ...into]) others.add(party);
  }
  others.delete(0);
  const joined: JoinedParties[] = [];
  const came = new Set(whole.flatMap(({ of }) => of));
  for (const { from, into, of } of whole) {
    if (others.has(into)) {
      // what is drawn anew anyway needs no adding up
      others.add(from);
      continue;
    }
    const known = mentionsOf.all(into).filter(({ id }) => !came.has(id));
    joined.push({
      from,
      into,
      mentions: { of: JSON.stringify(of), others: JSON.stringify(known.map(({ id }) => id)) },
    });
    for (const mention of of) came.delete(mention);
  }
  return { joined, others };
}

const add = `on conflict (kind, source, target) do update set rows = rows + excluded.rows,
  fen = case when fen is null then excluded.fen when excluded.fen is null then fen else fen + excluded.fen end,
  first_day = coalesce(min(first_day, excluded.first_day), first_day, excluded.first_day),
  last_day = coalesce(max(last_day, excluded.last_day), last_day, excluded.last_day)`;

function joinLinks(store: Store, pair: JoinedParties): void {
  const { from, into } = pair;
  const ends = { from, into };
  joinFigures(store, pair);
  // a row that names both in one role is one row: those pairs are counted from their rows
  const counted = prepared<[typeof ends], { kind: string; source: number; target: number }>(
    store,
    `select kind, @into as source, target from link where source = @from and fen is null and target <> @into
       and exists (select 1 from link o where o.kind = link.kind and o.source = @into and o.target = link.target)
     union select kind, source, @into from link where target = @from and fen is null and source <> @into
       and exists (select 1 from link o where o.kind = link.kind and o.source = link.source and o.target = @into)`,
  ).all(ends);
  prepared<[typeof ends]>(
    store,
    `insert into link (kind, source, target, rows, fen, first_day, last_day)
     select kind, @into, target, rows, fen, first_day, last_day from link where source = @from and target <> @into ${add}`,
  ).run(ends);
  prepared<[typeof ends]>(
    store,
    `insert into link (kind, source, target, rows, fen, first_day, last_day)
     select kind, source, @into, rows, fen, first_day, last_day from link where target = @from and source <> @into ${add}`,
  ).run(ends);
  prepared<[typeof ends]>(store, 'delete from link where source = @from or target = @from').run(ends);
  const remove = prepared<[string, number, number]>(
    store,
    'delete from link where kind = ? and source = ? and target = ?',
  );
  for (const { kind, source, target } of counted) {
    remove.run(kind, source, target);
    const drawn = statedKinds.find(({ id }) => id === kind)!;
    const start = figuresOf(store, source).rows <= figuresOf(store, target).rows ? 'from' : 'to';
    prepared<[{ kind: string; source: number; target: number }]>(store, drawPairSql(drawn, start)).run({
      kind,
      source,
      target,
    });
  }
}

type Drawn = [
  kind: string,
  source: number,
  target: number,
  rows: number,
  fen: number | null,
  first: string | null,
  last: string | null,
];

/** Draws the links of one party anew, writing only what is other than it was. */
function drawParty(store: Store, party: number): void {
  const keyOf = ([kind, source, target]: Drawn) => `${kind} ${source} ${target}`;
  const was = new Map(
    store.db
      .prepare<[{ party: number }], Drawn>(
        `select kind, source, target, rows, fen, first_day, last_day from link where source = @party or target = @party`,
      )
      .raw()
      .all({ party })
      .map((link) => [keyOf(link), link] as const),
  );
  const put = prepared<Drawn>(
    store,
    `insert into link (kind, source, target, rows, fen, first_day, last_day) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do update set rows = excluded.rows, fen = excluded.fen, first_day = excluded.first_day, last_day = excluded.last_day`,
  );
  for (const kind of statedKinds)
    for (const side of ['from', 'to'] as const) {
      const links = store.db.prepare<
        [{ party: number }],
        [number, number, number, number | null, string | null, string | null]
      >(partyLinksSql(kind, side));
      for (const ends of links.raw().all({ party })) {
        const link: Drawn = [kind.id, ...ends];
        const key = keyOf(link);
        const known = was.get(key);
        was.delete(key);
        if (known === undefined || known.some((value, at) => value !== link[at])) put.run(...link);
      }
    }
  const remove = prepared<[string, number, number]>(
    store,
    'delete from link where kind = ? and source = ? and target = ?',
  );
  for (const [kind, source, target] of was.values()) remove.run(kind, source, target);
}
