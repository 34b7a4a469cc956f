import { drawnAs, linkKind } from '../../../../shared/ontology/index.ts';
import type { RouteLimits } from '../../../../shared/protocol/routes.requests.ts';
import type { Store } from '../../store/connect.ts';
import { prepared } from '../../store/prepared.ts';
import { type Adjacency, dayAsNumber, kindIds } from '../adjacency.ts';
import { pseudoParties } from '../pseudo-parties.ts';
import { HUB_DEGREE, isEverybodysPartner } from './hub-names.ts';

/** What a route may be made of, from the links alone; what only rows can tell is told by `hop-rows.ts`. */
export interface Limits {
  mayUse(link: number): boolean;
  /** of a link that reaches beyond the period only its rows tell whether it may be used */
  needsRows(link: number): boolean;
  /** whether a route may lead through this party; its ends always may */
  mayPass(party: number): boolean;
}

export function limitsOf(store: Store, graph: Adjacency, ask: RouteLimits): Limits {
  const { hidden } = ask;
  const kinds = new Set((ask.kinds ?? kindIds).filter((kind) => !hidden?.links.includes(kind)).map(indexOf));
  const least = ask.minFen ?? Number.NEGATIVE_INFINITY;
  const hiddenLeast = hidden?.minFen ?? Number.NEGATIVE_INFINITY;
  const since = dayAsNumber(ask.since ?? null);
  const until = ask.until === undefined ? 99_999_999 : dayAsNumber(ask.until);
  const noStation = stationsLeftOut(store, ask);
  const lies = (link: number): 'within' | 'across' | 'outside' => {
    const [first, last] = [graph.first[link]!, graph.last[link]!];
    if (first === 0 || (first >= since && last <= until)) return 'within';
    return last >= since && first <= until ? 'across' : 'outside';
  };
  return {
    mayUse: (link) => {
      if (!kinds.has(graph.kind[link]!)) return false;
      // a link without money has no sum that could be too small: NaN < least is false
      if (graph.fen[link]! < hiddenLeast) return false;
      const where = lies(link);
      return where === 'across' || (where === 'within' && !(graph.fen[link]! < least));
    },
    needsRows: (link) => lies(link) === 'across',
    mayPass: (party) => !noStation.has(party),
  };
}

const indexOf = (kind: string) => kindIds.indexOf(kind);

/** Cash and payment institutions are ends, never stations; beside them hubs and what the chart hides, where they are to be left out. */
function stationsLeftOut(store: Store, { excludeHubs, hidden }: RouteLimits): ReadonlySet<number> {
  const left = new Set(pseudoParties(store));
  if (excludeHubs) for (const party of hubsOf(store)) left.add(party);
  for (const party of hidden?.ids ?? []) left.add(party);
  if (hidden && hidden.parties.length > 0) {
    const kinds = new Set(hidden.parties);
    for (const { id, kind, role } of prepared<[], { id: number; kind: string; role: string | null }>(
      store,
      'select id, kind, role from party',
    ).iterate())
      if (kinds.has(drawnAs(kind, role))) left.add(id);
  }
  return left;
}

/** 超级节点: linked to too many parties, or everybody's partner by name. */
export function hubsOf(store: Store): ReadonlySet<number> {
  const hubs = new Set(
    prepared<[number], { party: number }>(store, 'select party from party_figure where degree > ?')
      .all(HUB_DEGREE)
      .map(({ party }) => party),
  );
  for (const { id, name } of prepared<[], { id: number; name: string }>(
    store,
    "select id, name from party where kind not in ('account', 'conference', 'product', 'tender', 'contract', 'invoice', 'clue')",
  ).iterate())
    if (isEverybodysPartner(name)) hubs.add(id);
  return hubs;
}

/** A kind whose rows carry no day: it holds at any time, and is neither before nor after a payment. */
export const isStanding = (kind: string): boolean => linkKind(kind)?.edge.on === undefined;
