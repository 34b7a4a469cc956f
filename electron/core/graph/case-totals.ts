import type { Store } from '../store/connect.ts';
import { manualParts } from '../store/manual-rows.ts';
import { adjacency, kindIds } from './adjacency.ts';

/** What the whole case comes to: rows and fen over the kinds of link that count as money (see moneyKinds). */
export function caseTotals(store: Store): {
  parties: number;
  links: number;
  rows: number;
  fen: number;
  moneyKinds: string[];
  manual?: { rows: number; fen: number };
} {
  const graph = adjacency(store);
  let rows = 0;
  let fen = 0;
  for (let link = 0; link < graph.links; link++) {
    if (!graph.money.has(graph.kind[link]!)) continue;
    rows += graph.rows[link]!;
    fen += graph.fen[link]!;
  }
  const kinds = [...graph.money].map((kind) => kindIds[kind]!);
  const manual = { rows: 0, fen: 0 };
  for (const [id, part] of manualParts(store)) {
    if (!kinds.includes(id.split(':')[0] ?? '')) continue;
    manual.rows += part.rows;
    manual.fen += part.fen;
  }
  const parties = store.db.prepare('select count(*) from party_figure').pluck().get() as number;
  return { parties, links: graph.links, rows, fen, moneyKinds: kinds, ...(manual.rows > 0 && { manual }) };
}
