import { dayFromNumber } from '../../../../shared/evidence/day.ts';
import { drawnAs } from '../../../../shared/ontology/index.ts';
import type { Answer } from '../../../../shared/protocol/requests.ts';
import type { TraceSide } from '../../../../shared/protocol/trace.requests.ts';
import { traceEnds } from '../../../../shared/protocol/trace-words.ts';
import type { Store } from '../../store/connect.ts';
import { nodeOf } from '../subgraph.ts';
import type { Hops } from './hops.ts';
import type { Ledger } from './ledger.ts';
import type { Traced } from './trace-money.ts';

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
  const { direction, seedFen, seedRows, starts, hops } = traced;
  const arrived = arrivals(hops, starts);
  const counts = traced.layers.map(() => ({ hops: 0, rows: 0 }));
  const shown: number[] = [];
  for (let hop = 0; hop < hops.count; hop++) {
    const count = counts[hops.layer[hop]!]!;
    if (count.hops++ < perLayer) shown.push(hop);
    count.rows += hops.rows[hop]!;
  }
  return {
    direction,
    seedFen,
    seedRows,
    layers: traced.layers.map(({ fen, rests }, layer) => {
      const parties = arrived.get(layer) ?? new Map<number, number>();
      const count = counts[layer]!;
      return {
        layer,
        fen,
        parties: parties.size,
        kinds: kindsOf(parties, kindOf),
        hops: count.hops,
        hopsShown: Math.min(count.hops, perLayer),
        rows: layer === 0 ? seedRows : count.rows,
        rests: [...rests].map(([end, rest]) => ({ end, ...rest })).sort((a, b) => b.fen - a.fen),
      };
    }),
    hops: shown.map((hop) => {
      const [giver, taker] = [hops.giver[hop]!, hops.taker[hop]!];
      return {
        layer: hops.layer[hop]!,
        payer: direction === 'down' ? giver : taker,
        payee: direction === 'down' ? taker : giver,
        rows: hops.rows[hop]!,
        fen: hops.fen[hop]!,
        first: dayFromNumber(hops.first[hop]!),
        last: dayFromNumber(hops.last[hop]!),
      };
    }),
    places: placesOf(traced, shown, arrived),
  };
}

/** What arrived at each party of each layer. */
function arrivals(hops: Hops, starts: ReadonlyMap<number, number>): Map<number, Map<number, number>> {
  const arrived = new Map<number, Map<number, number>>([[0, new Map(starts)]]);
  for (let hop = 0; hop < hops.count; hop++) {
    const [layer, taker] = [hops.layer[hop]!, hops.taker[hop]!];
    const parties = arrived.get(layer) ?? new Map<number, number>();
    parties.set(taker, (parties.get(taker) ?? 0) + hops.fen[hop]!);
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
  { hops, followed: { rests } }: Traced,
  shown: readonly number[],
  arrived: ReadonlyMap<number, ReadonlyMap<number, number>>,
): TraceSide['places'] {
  const places = new Map<string, TraceSide['places'][number]>();
  const stand = (party: number, layer: number) => {
    if (party > 0)
      places.set(`${layer} ${party}`, { party, layer, fen: arrived.get(layer)?.get(party) ?? 0, rests: [] });
  };
  for (const hop of shown) {
    stand(hops.giver[hop]!, hops.layer[hop]! - 1);
    stand(hops.taker[hop]!, hops.layer[hop]!);
  }
  for (const party of arrived.get(0)?.keys() ?? []) stand(party, 0);
  for (let rest = 0; rest < rests.count; rest++)
    places
      .get(`${rests.layer[rest]} ${rests.party[rest]}`)
      ?.rests.push({ end: traceEnds[rests.end[rest]!]!, fen: rests.fen[rest]! });
  return [...places.values()].sort((a, b) => a.layer - b.layer || b.fen - a.fen || a.party - b.party);
}
