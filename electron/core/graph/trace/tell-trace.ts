import { dayFromNumber } from '../../../../shared/evidence/day.ts';
import { drawnAs } from '../../../../shared/ontology/index.ts';
import type { Answer } from '../../../../shared/protocol/requests.ts';
import type { TraceSide } from '../../../../shared/protocol/trace.requests.ts';
import type { Store } from '../../store/connect.ts';
import { nodeOf } from '../subgraph.ts';
import type { Ledger } from './ledger.ts';
import type { Hop, Traced } from './trace-money.ts';

/** A trace as the window and the command line take it: totals of everything, and the largest hops of each layer by name. */
export function tellTrace(
  store: Store,
  ledger: Ledger,
  traced: readonly Traced[],
  perLayer: number,
): Answer<'trace.run'> {
  const kindOf = kindReader(store);
  const sides = traced.map((each) => sideOf(each, perLayer, kindOf));
  const named = new Set(sides.flatMap(({ places }) => places.map(({ party }) => party)));
  return {
    payments: ledger.size,
    aside: [...ledger.aside],
    sides,
    nodes: [...named].map((id) => nodeOf(store, id)),
  };
}

function kindReader(store: Store): (party: number) => string {
  const read = store.db.prepare<[number], { kind: string; role: string | null }>(
    'select kind, role from party where id = ?',
  );
  const known = new Map<number, string>();
  return (party) => {
    let kind = known.get(party);
    if (kind === undefined) {
      const { kind: stored, role } = read.get(party) ?? { kind: 'org', role: null };
      kind = drawnAs(stored, role);
      known.set(party, kind);
    }
    return kind;
  };
}

function sideOf(traced: Traced, perLayer: number, kindOf: (party: number) => string): TraceSide {
  const { direction, seedFen, seedRows, starts } = traced;
  const byLayer = Map.groupBy(traced.hops, ({ layer }) => layer);
  const shown = [...byLayer.values()].flatMap((hops) => hops.slice(0, perLayer));
  const arrived = arrivals(traced.hops, starts);
  return {
    direction,
    seedFen,
    seedRows,
    layers: traced.layers.map(({ fen, rests }, layer) => {
      const parties = arrived.get(layer) ?? new Map<number, number>();
      const hops = byLayer.get(layer) ?? [];
      return {
        layer,
        fen,
        parties: parties.size,
        kinds: kindsOf(parties, kindOf),
        hops: hops.length,
        hopsShown: Math.min(hops.length, perLayer),
        rows: layer === 0 ? seedRows : hops.reduce((sum, { rows }) => sum + rows, 0),
        rests: [...rests].map(([end, rest]) => ({ end, ...rest })).sort((a, b) => b.fen - a.fen),
      };
    }),
    hops: shown.map(({ layer, giver, taker, rows, fen, first, last }) => ({
      layer,
      payer: direction === 'down' ? giver : taker,
      payee: direction === 'down' ? taker : giver,
      rows,
      fen,
      first: dayFromNumber(first),
      last: dayFromNumber(last),
    })),
    places: placesOf(traced, shown, arrived),
  };
}

/** What arrived at each party of each layer. */
function arrivals(hops: readonly Hop[], starts: ReadonlyMap<number, number>): Map<number, Map<number, number>> {
  const arrived = new Map<number, Map<number, number>>([[0, new Map(starts)]]);
  for (const { layer, taker, fen } of hops) {
    const parties = arrived.get(layer) ?? new Map<number, number>();
    parties.set(taker, (parties.get(taker) ?? 0) + fen);
    arrived.set(layer, parties);
  }
  return arrived;
}

function kindsOf(parties: ReadonlyMap<number, number>, kindOf: (party: number) => string) {
  const kinds = new Map<string, { parties: number; fen: number }>();
  for (const [party, fen] of parties) {
    const known = kinds.get(kindOf(party)) ?? { parties: 0, fen: 0 };
    kinds.set(kindOf(party), { parties: known.parties + 1, fen: known.fen + fen });
  }
  return [...kinds].map(([kind, figures]) => ({ drawnAs: kind, ...figures })).sort((a, b) => b.fen - a.fen);
}

/** The parties of the hops that are shown, and the seeds. */
function placesOf(
  { rests }: Traced,
  shown: readonly Hop[],
  arrived: ReadonlyMap<number, ReadonlyMap<number, number>>,
): TraceSide['places'] {
  const places = new Map<string, TraceSide['places'][number]>();
  const stand = (party: number, layer: number) => {
    if (party > 0)
      places.set(`${layer} ${party}`, { party, layer, fen: arrived.get(layer)?.get(party) ?? 0, rests: [] });
  };
  for (const { layer, giver, taker } of shown) {
    stand(giver, layer - 1);
    stand(taker, layer);
  }
  for (const party of arrived.get(0)?.keys() ?? []) stand(party, 0);
  for (const { party, layer, end, fen } of rests) places.get(`${layer} ${party}`)?.rests.push({ end, fen });
  return [...places.values()].sort((a, b) => a.layer - b.layer || b.fen - a.fen || a.party - b.party);
}
