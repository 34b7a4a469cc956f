import { drawnAs } from '../../../shared/ontology/index.ts';
import { carries, type TagId } from '../../../shared/ontology/tags.ts';
import type { Store } from '../store/connect.ts';
import { tagIndex } from '../tags/tag-index.ts';
import { type Adjacency, dayAsNumber, kindIds } from './adjacency.ts';
import type { MoneyRows } from './money-rows.ts';

/** 筛选 and 时段 of the chart, as they hold for the whole case: whoever passes here is seen on the chart once it is drawn. */
export interface ChartFilter {
  /** ways of being drawn (`drawnAs`) that are hidden */
  readonly hiddenKinds: readonly string[];
  readonly hiddenLinks: readonly string[];
  /** fen that a link has to come to, within the period */
  readonly minFen: number;
  /** a party passes that carries them or is linked to one that does; a link passes with one end that carries them */
  readonly tags: readonly TagId[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** whether rows without a day count */
  readonly undated: boolean;
}

/** What of a filter says which kinds and whom. */
export type SievedBy = 'hiddenKinds' | 'hiddenLinks' | 'tags';

interface Party {
  readonly id: number;
  readonly drawnAs: string;
}

const kept = new WeakMap<Adjacency, readonly Party[]>();

function partiesOf(store: Store, graph: Adjacency): readonly Party[] {
  const known = kept.get(graph);
  if (known) return known;
  const parties = store.db
    .prepare<[], [number, string, string | null]>(
      'select p.id, p.kind, p.role from party_figure f join party p on p.id = f.party',
    )
    .raw()
    .all()
    .map(([id, kind, role]) => ({ id, drawnAs: drawnAs(kind, role) }));
  kept.set(graph, parties);
  return parties;
}

/** Which links pass the kinds and tags of a filter, and how many parties do. Sums and days are not looked at. */
export function sieve(
  store: Store,
  graph: Adjacency,
  { hiddenKinds, hiddenLinks, tags }: Pick<ChartFilter, SievedBy>,
): { readonly parties: number; passes(link: number): boolean } {
  const hiddenLink = new Set(hiddenLinks.map((kind) => kindIds.indexOf(kind)));
  const all = partiesOf(store, graph);
  if (hiddenKinds.length === 0 && tags.length === 0)
    return { parties: all.length, passes: (link) => !hiddenLink.has(graph.kind[link]!) };
  const hidden = new Set(all.filter((party) => hiddenKinds.includes(party.drawnAs)).map(({ id }) => id));
  const index = tagIndex(store);
  const own = new Set(all.filter((party) => carries(index.of(party), tags)).map(({ id }) => id));
  const near = new Set(own);
  for (let link = 0; link < graph.links; link++) {
    if (own.has(graph.source[link]!)) near.add(graph.target[link]!);
    if (own.has(graph.target[link]!)) near.add(graph.source[link]!);
  }
  return {
    parties: all.filter(({ id }) => near.has(id) && !hidden.has(id)).length,
    passes: (link) => {
      const [source, target] = [graph.source[link]!, graph.target[link]!];
      return (
        !hiddenLink.has(graph.kind[link]!) &&
        !hidden.has(source) &&
        !hidden.has(target) &&
        (own.has(source) || own.has(target))
      );
    },
  };
}

/** Which of the money rows (by their place) pass all of a filter, and how many parties pass its kinds and tags. */
export function passing(
  store: Store,
  money: MoneyRows,
  filter: ChartFilter,
): { readonly parties: number; passes(at: number): boolean } {
  const { parties, passes } = sieve(store, money.graph, filter);
  const link = new Uint8Array(money.graph.links);
  for (let each = 0; each < link.length; each++) link[each] = passes(each) ? 1 : 0;
  const [from, to] = [dayAsNumber(filter.from ?? null), filter.to === undefined ? 99_999_999 : dayAsNumber(filter.to)];
  const isWithin = (at: number) => {
    const day = money.day[at]!;
    return link[money.link[at]!] === 1 && (day === 0 ? filter.undated : day >= from && day <= to);
  };
  if (filter.minFen <= 0) return { parties, passes: isWithin };
  const sums = new Float64Array(link.length);
  for (let at = 0; at < money.count; at++) if (isWithin(at)) sums[money.link[at]!]! += money.fen[at]!;
  return { parties, passes: (at) => isWithin(at) && sums[money.link[at]!]! >= filter.minFen };
}
