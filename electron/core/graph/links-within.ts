import { linkKind } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { type Adjacency, adjacency, linkCount } from './adjacency.ts';
import { pairDaysSql } from './link-sql.ts';
import { type DrawnLink, idOf } from './party-links.ts';

export interface Within {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** whether rows without a day count */
  readonly undated: boolean;
}

interface Dated {
  readonly row: number;
  readonly day: string | null;
  readonly fen: number | null;
}

/** Links whose rows are kept for the next period: a replay asks for the same ones again and again. */
const MOST = 5_000;
const kept = new WeakMap<Adjacency, Map<string, readonly Dated[]>>();

/** The links as they were in a period: rows, sum, first and last day of it; those without a row in it are left out. */
export function linksWithin(
  store: Store,
  links: readonly DrawnLink[],
  { from = '', to = '9999-12-31', undated }: Within,
) {
  const isWithin = ({ day }: Dated) => (day === null ? undated : day >= from && day <= to);
  return links.flatMap((link): DrawnLink[] => {
    // who holds a post or a share is known without a day: no period says anything against it
    if (kindOf(link).edge.on === undefined) return [link];
    const rows = datedRows(store, link).filter(isWithin);
    if (rows.length === 0) return [];
    const days = rows.flatMap(({ day }) => day ?? []).sort();
    return [
      {
        ...link,
        rows: link.fen === null ? new Set(rows.map(({ row }) => row)).size : rows.length,
        fen: link.fen === null ? null : rows.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
      },
    ];
  });
}

function kindOf({ kind }: DrawnLink): LinkKind {
  const known = linkKind(kind);
  if (!known) throw new Error(`no kind of link: ${kind}`);
  return known;
}

function datedRows(store: Store, link: DrawnLink): readonly Dated[] {
  const graph = adjacency(store);
  const known = kept.get(graph) ?? new Map<string, readonly Dated[]>();
  kept.set(graph, known);
  const id = idOf(link);
  const cached = known.get(id);
  if (cached) return cached;
  const start = linkCount(graph, link.source) <= linkCount(graph, link.target) ? 'from' : 'to';
  const { source, target } = link;
  const rows = prepared<[{ source: number; target: number }], Dated>(store, pairDaysSql(kindOf(link), start)).all({
    source,
    target,
  });
  if (known.size >= MOST) known.clear();
  known.set(id, rows);
  return rows;
}
