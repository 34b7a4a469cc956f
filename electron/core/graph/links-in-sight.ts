import { carries } from '../../../shared/ontology/tags.ts';
import type { ViewState } from '../../../shared/protocol/views.requests.ts';
import type { Store } from '../store/connect.ts';
import { tagIndex } from '../tags/tag-index.ts';
import { adjacency } from './adjacency.ts';
import { drawnAsOf } from './drawn-as.ts';
import { linksWithin } from './links-within.ts';
import type { DrawnLink } from './party-links.ts';
import { linksAmong } from './subgraph.ts';

type Standing = { readonly id: number; readonly hidden: boolean };

/** The links that a picture of these parties shows under its filters and period, with their figures as they are now. */
export const linksInSight = (
  store: Store,
  parties: readonly Standing[],
  state: Pick<ViewState, 'filter' | 'period'>,
): DrawnLink[] => inSight(store, parties, state).links;

/** The same with the parties in sight: with tags chosen those that carry them, and whoever a shown link joins to one. */
export function inSight(
  store: Store,
  parties: readonly Standing[],
  { filter, period }: Pick<ViewState, 'filter' | 'period'>,
): { parties: ReadonlySet<number>; links: DrawnLink[] } {
  const ids = parties.map(({ id }) => id);
  const drawn = drawnAsOf(store, ids);
  const index = tagIndex(store);
  const seen = new Set(
    parties.filter(({ id, hidden }) => !hidden && !filter.hiddenKinds.includes(drawn(id))).map(({ id }) => id),
  );
  const own = new Set([...seen].filter((id) => carries(index.of({ id, drawnAs: drawn(id) }), filter.tags)));
  const among = linksAmong(store, adjacency(store), seen, new Set(), {});
  const isAll = period.from === undefined && period.to === undefined && period.undated;
  const links = (isAll ? among : linksWithin(store, among, period)).filter(
    ({ kind, source, target, fen }) =>
      !filter.hiddenLinks.includes(kind) &&
      (own.has(source) || own.has(target)) &&
      (fen === null || fen >= filter.minFen),
  );
  if (filter.tags.length === 0) return { parties: seen, links };
  return { parties: new Set([...own, ...links.flatMap(({ source, target }) => [source, target])]), links };
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
