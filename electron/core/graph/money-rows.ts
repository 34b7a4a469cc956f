import { setImmediate as others } from 'node:timers/promises';
import { linkKinds } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import { Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { type Adjacency, adjacency, dayAsNumber, kindIds } from './adjacency.ts';
import { moneyRowsSql } from './link-sql.ts';
import { secondOf } from './routes/moment.ts';

/**
 * Every row of the case that counts as money, as columns in the order of the row ids: its day as yyyymmdd (0 = none), the second
 * of the day (NO_TIME = none), the link of `graph` it is part of, and its fen. There is one kind of money in a case, so no two kinds are ever added up.
 */
export interface MoneyRows {
  readonly graph: Adjacency;
  readonly count: number;
  readonly row: Int32Array;
  readonly day: Int32Array;
  readonly second: Int32Array;
  readonly link: Int32Array;
  readonly fen: Float64Array;
}

const kept = new WeakMap<Adjacency, Promise<MoneyRows>>();

/** Read once for each drawing, in pieces between which the same thread answers others: a million rows take a second or two. */
export function moneyRows(store: Store): Promise<MoneyRows> {
  const graph = adjacency(store);
  const known = kept.get(graph) ?? readMoneyRows(store, graph);
  kept.set(graph, known);
  known.catch(() => kept.delete(graph));
  return known;
}

/** Rows read before others have their turn. */
const PIECE = 20_000;
type Row = [row: number, day: string | null, time: string | null, from: number, to: number, fen: number | null];

async function readMoneyRows(store: Store, graph: Adjacency): Promise<MoneyRows> {
  const [kind] = (linkKinds as readonly LinkKind[]).filter(({ id }) => graph.money.has(kindIds.indexOf(id)));
  const linkOf = moneyLinks(graph);
  let most = 0;
  for (const link of linkOf.values()) most += graph.rows[link]!;
  const found = {
    row: new Int32Array(most),
    day: new Int32Array(most),
    second: new Int32Array(most),
    link: new Int32Array(most),
    fen: new Float64Array(most),
  };
  let count = 0;
  for (let after = 0; kind; ) {
    // locked, or another case opened meanwhile
    if (!store.db.open) throw new Stop({ code: 'case.not-open' });
    const rows = prepared<[{ after: number; limit: number }], Row>(store, moneyRowsSql(kind))
      .raw()
      .all({ after, limit: PIECE });
    for (const [row, day, time, from, to, fen] of rows) {
      after = row;
      const link = linkOf.get(from * SHIFT + to);
      // imported after this drawing: it is in no link yet, and in no sum
      if (link === undefined || count === most) continue;
      found.row[count] = row;
      found.day[count] = dayAsNumber(day);
      found.second[count] = secondOf(time);
      found.link[count] = link;
      found.fen[count] = fen ?? 0;
      count++;
    }
    if (rows.length < PIECE) break;
    await others();
  }
  return { graph, count, ...found };
}

const SHIFT = 2 ** 26;

function moneyLinks(graph: Adjacency): Map<number, number> {
  const links = new Map<number, number>();
  for (let link = 0; link < graph.links; link++)
    if (graph.money.has(graph.kind[link]!)) links.set(graph.source[link]! * SHIFT + graph.target[link]!, link);
  return links;
}

/** Where rows with these ids stand among the money rows; ids that are none of them are left out. */
export function placesOf({ row, count }: MoneyRows, ids: readonly number[]): number[] {
  return ids.flatMap((id) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (row[middle]! < id) low = middle + 1;
      else high = middle;
    }
    return low < count && row[low] === id ? [low] : [];
  });
}
