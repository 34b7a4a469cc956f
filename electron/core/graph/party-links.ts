import { drawnKinds } from '../../../shared/ontology/index.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { type Adjacency, dayAsText, kindIds, leaving, reaching } from './adjacency.ts';
import { periodSql } from './link-sql.ts';

/** A link as it is drawn; `fen` is null where the kind carries no money, days where no row has one. */
export interface DrawnLink {
  readonly kind: string;
  readonly source: number;
  readonly target: number;
  readonly rows: number;
  readonly fen: number | null;
  readonly first: string | null;
  readonly last: string | null;
}

/** Which links count. Within a period, rows and sums are those of the period; rows without a day stay unless `undated` is false. */
export interface LinkFilter {
  readonly kinds?: readonly string[] | undefined;
  /** of links that carry money; the others are chosen by `kinds` */
  readonly minFen?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly undated?: boolean | undefined;
}

export const idOf = ({ kind, source, target }: Pick<DrawnLink, 'kind' | 'source' | 'target'>): string =>
  `${kind}:${source}:${target}`;

export function passes(link: Pick<DrawnLink, 'kind' | 'fen'>, { kinds, minFen }: LinkFilter): boolean {
  if (kinds !== undefined && !kinds.includes(link.kind)) return false;
  return minFen === undefined || link.fen === null || link.fen >= minFen;
}

/** All links of a party in both directions that pass the filter; `isWanted` is asked of the party at the other end. */
export function linksOf(
  store: Store,
  graph: Adjacency,
  party: number,
  filter: LinkFilter,
  isWanted: (other: number) => boolean = () => true,
): DrawnLink[] {
  if (filter.from !== undefined || filter.to !== undefined || filter.undated === false)
    return linksInPeriod(store, party, filter).filter(
      (link) => isWanted(link.source === party ? link.target : link.source) && passes(link, filter),
    );
  const links: DrawnLink[] = [];
  const add = (link: number, other: number) => {
    if (!isWanted(other)) return;
    const drawn = linkAt(graph, link);
    if (passes(drawn, filter)) links.push(drawn);
  };
  for (const link of leaving(graph, party)) add(link, graph.target[link]!);
  for (const link of reaching(graph, party)) add(link, graph.source[link]!);
  return links;
}

export const linkAt = (graph: Adjacency, link: number): DrawnLink => {
  const fen = graph.fen[link]!;
  return {
    kind: kindIds[graph.kind[link]!]!,
    source: graph.source[link]!,
    target: graph.target[link]!,
    rows: graph.rows[link]!,
    fen: Number.isNaN(fen) ? null : fen,
    first: dayAsText(graph.first[link]!),
    last: dayAsText(graph.last[link]!),
  };
};

type PeriodRow = [
  source: number,
  target: number,
  rows: number,
  fen: number | null,
  first: string | null,
  last: string | null,
];

function linksInPeriod(
  store: Store,
  party: number,
  { kinds, from = '', to = '9999-12-31', undated = true }: LinkFilter,
): DrawnLink[] {
  return drawnKinds
    .filter(({ id }) => kinds === undefined || kinds.includes(id))
    .flatMap((kind) =>
      (['from', 'to'] as const).flatMap((side) => {
        const rows = prepared<[{ party: number; from: string; to: string }], PeriodRow>(
          store,
          periodSql(kind, side, undated),
        ).raw();
        return rows.all({ party, from, to }).map(([source, target, count, fen, first, last]) => ({
          kind: kind.id,
          source,
          target,
          rows: count,
          fen,
          first,
          last,
        }));
      }),
    );
}
