import { carries } from '../../../shared/ontology/tags.ts';
import type { ViewState } from '../../../shared/protocol/views.requests.ts';
import type { Store } from '../store/connect.ts';
import { tagIndex } from '../tags/tag-index.ts';
import { adjacency } from './adjacency.ts';
import { drawnAsOf } from './drawn-as.ts';
import { linksWithin } from './links-within.ts';
import type { DrawnLink } from './party-links.ts';
import { linksAmong } from './subgraph.ts';

/** The links that a picture of these parties shows under its filters and period, with their figures as they are now. */
export function linksInSight(
  store: Store,
  parties: ReadonlyArray<{ readonly id: number; readonly hidden: boolean }>,
  { filter, period }: Pick<ViewState, 'filter' | 'period'>,
): DrawnLink[] {
  const ids = parties.map(({ id }) => id);
  const drawn = drawnAsOf(store, ids);
  const index = tagIndex(store);
  const seen = new Set(
    parties.filter(({ id, hidden }) => !hidden && !filter.hiddenKinds.includes(drawn(id))).map(({ id }) => id),
  );
  const own = new Set([...seen].filter((id) => carries(index.of({ id, drawnAs: drawn(id) }), filter.tags)));
  const among = linksAmong(store, adjacency(store), seen, new Set(), {});
  const isAll = period.from === undefined && period.to === undefined && period.undated;
  return (isAll ? among : linksWithin(store, among, period)).filter(
    ({ kind, source, target, fen }) =>
      !filter.hiddenLinks.includes(kind) &&
      (own.has(source) || own.has(target)) &&
      (fen === null || fen >= filter.minFen),
  );
}

/** Rows and sum over the kinds that count as money in this case. */
export function moneyOf(
  money: ReadonlySet<string>,
  links: ReadonlyArray<{ readonly kind: string; readonly rows: number; readonly fen: number | null }>,
): { rows: number; fen: number } {
  const counted = links.filter(({ kind }) => money.has(kind));
  return {
    rows: counted.reduce((sum, { rows }) => sum + rows, 0),
    fen: counted.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
  };
}
