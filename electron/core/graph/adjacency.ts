import { linkKinds } from '../../../shared/ontology/index.ts';
import type { Store } from '../store/connect.ts';
import { moneyKinds } from '../store/party-figures.ts';

/**
 * The drawn links as columns, with both directions indexed by party id: link l runs source[l] → target[l]; the links that leave
 * party p are out[outStart[p]] … out[outStart[p + 1] - 1], those that reach it likewise in `into`. Days are yyyymmdd, 0 = none;
 * fen is NaN where the kind carries no money.
 */
export interface Adjacency {
  readonly drawing: string;
  readonly links: number;
  readonly kind: Uint8Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly rows: Int32Array;
  readonly fen: Float64Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly outStart: Int32Array;
  readonly out: Int32Array;
  readonly intoStart: Int32Array;
  readonly into: Int32Array;
  /** indexes in linkKinds whose money counts as in and out */
  readonly money: ReadonlySet<number>;
}

export const kindIds: readonly string[] = linkKinds.map(({ id }) => id);

const kept = new WeakMap<Store['db'], Adjacency>();

/** The links in memory: read when first asked for after a drawing, then kept until the next one. */
export function adjacency(store: Store): Adjacency {
  const drawing =
    (store.db.prepare("select value from meta where key = 'links_drawn'").pluck().get() as string | undefined) ?? '';
  const known = kept.get(store.db);
  if (known?.drawing === drawing) return known;
  const fresh = readAdjacency(store, drawing);
  kept.set(store.db, fresh);
  return fresh;
}

function readAdjacency(store: Store, drawing: string): Adjacency {
  const { count, parties } = store.db
    .prepare<[], { count: number; parties: number }>(
      'select count(*) as count, (select coalesce(max(id), 0) from party) as parties from link',
    )
    .get()!;
  const columns = {
    kind: new Uint8Array(count),
    source: new Int32Array(count),
    target: new Int32Array(count),
    rows: new Int32Array(count),
    fen: new Float64Array(count),
    first: new Int32Array(count),
    last: new Int32Array(count),
  };
  type Row = [string, number, number, number, number | null, string | null, string | null];
  const rows = store.db.prepare<[], Row>('select kind, source, target, rows, fen, first_day, last_day from link').raw();
  let l = 0;
  for (const [kind, source, target, n, fen, first, last] of rows.iterate()) {
    columns.kind[l] = kindIds.indexOf(kind);
    columns.source[l] = source;
    columns.target[l] = target;
    columns.rows[l] = n;
    columns.fen[l] = fen ?? Number.NaN;
    columns.first[l] = dayAsNumber(first);
    columns.last[l] = dayAsNumber(last);
    l++;
  }
  const leaving = indexBy(columns.source, parties);
  const reaching = indexBy(columns.target, parties);
  return {
    drawing,
    links: count,
    ...columns,
    outStart: leaving.start,
    out: leaving.items,
    intoStart: reaching.start,
    into: reaching.items,
    money: new Set(moneyKinds(store).map((id) => kindIds.indexOf(id))),
  };
}

function indexBy(ends: Int32Array, parties: number): { start: Int32Array; items: Int32Array } {
  const start = new Int32Array(parties + 2);
  for (const end of ends) start[end + 1]!++;
  for (let party = 0; party <= parties; party++) start[party + 1]! += start[party]!;
  const next = start.slice();
  const items = new Int32Array(ends.length);
  for (let link = 0; link < ends.length; link++) items[next[ends[link]!]!++] = link;
  return { start, items };
}

export const dayAsNumber = (day: string | null): number =>
  day === null ? 0 : Number(day.slice(0, 10).replaceAll('-', ''));

export function dayAsText(day: number): string | null {
  if (day === 0) return null;
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

/** The links that leave a party (or reach it); nothing for a party that was made after the drawing. */
export const leaving = (graph: Adjacency, party: number): Int32Array =>
  graph.out.subarray(graph.outStart[party] ?? 0, graph.outStart[party + 1] ?? 0);
export const reaching = (graph: Adjacency, party: number): Int32Array =>
  graph.into.subarray(graph.intoStart[party] ?? 0, graph.intoStart[party + 1] ?? 0);

/** The name of a link towards the outside: it stays the same when links are drawn anew. */
export const linkId = (graph: Adjacency, link: number): string =>
  `${kindIds[graph.kind[link]!]}:${graph.source[link]}:${graph.target[link]}`;
