import type { Store } from '../store/connect.ts';
import { adjacency, kindIds } from './adjacency.ts';

/** What the whole case comes to: rows and fen over the kinds of link that count as money (see moneyKinds). */
export function caseTotals(store: Store): {
  parties: number;
  links: number;
  rows: number;
  fen: number;
  moneyKinds: string[];
} {
  const graph = adjacency(store);
  let rows = 0;
  let fen = 0;
  for (let link = 0; link < graph.links; link++) {
    if (!graph.money.has(graph.kind[link]!)) continue;
    rows += graph.rows[link]!;
    fen += graph.fen[link]!;
  }
  const parties = store.db.prepare('select count(*) from party_figure').pluck().get() as number;
  return { parties, links: graph.links, rows, fen, moneyKinds: [...graph.money].map((kind) => kindIds[kind]!) };
}
