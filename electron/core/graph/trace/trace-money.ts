import type { TraceEnd } from '../../../../shared/protocol/trace-words.ts';
import { type Followed, type Following, follow, hopKey, restOf } from './follow.ts';
import type { Ledger } from './ledger.ts';

/** Followed payments from one party to the next in one layer. Backwards, `giver` is the payee. */
export interface Hop {
  readonly layer: number;
  readonly giver: number;
  readonly taker: number;
  readonly fen: number;
  readonly rows: number;
  /** days since 1970-01-01 */
  readonly first: number;
  readonly last: number;
}

/** One side of a trace. Layer 0 are the seeds; `fen` of a layer is what arrived in it. */
export interface Traced {
  readonly direction: 'down' | 'up';
  readonly seedFen: number;
  readonly seedRows: number;
  /** the parties at which it starts, with what is followed from each */
  readonly starts: ReadonlyMap<number, number>;
  readonly layers: ReadonlyArray<{
    readonly fen: number;
    readonly rests: ReadonlyMap<TraceEnd, { fen: number; parties: number }>;
  }>;
  /** by layer, then by amount */
  readonly hops: readonly Hop[];
  readonly rests: ReadonlyArray<{
    readonly party: number;
    readonly layer: number;
    readonly end: TraceEnd;
    readonly fen: number;
  }>;
  readonly followed: Followed;
}

export interface Question extends Omit<Following, 'pruned'> {
  /** fen that a hop must carry in all */
  readonly minTotal: number;
  /** percent of what arrived in the layer before that a hop must carry */
  readonly minShare: number;
}

/**
 * Follows the money; what does not reach the thresholds for hops is taken off layer by layer, from the seeds on, and the rest is followed again,
 * so that money cut off in one layer is in no layer behind it.
 */
export function traceMoney(ledger: Ledger, question: Question, look?: (done: number) => void): Traced {
  const pruned = new Map<number, TraceEnd>();
  for (;;) {
    const followed = follow(ledger, { ...question, pruned }, look);
    const hops = hopsOf(ledger, question.direction, followed);
    const layers = layersOf(question.layers, followed, hops);
    const small = tooSmall(hops, layers, question);
    if (small.length === 0)
      return {
        direction: question.direction,
        seedFen: followed.seedFen,
        seedRows: followed.seedRows,
        starts: startsOf(ledger, question),
        layers,
        hops,
        rests: [...followed.rests].map(([key, fen]) => ({ ...restOf(key), fen })),
        followed,
      };
    for (const { hop, end } of small) pruned.set(hopKey(ledger, hop.layer, hop.giver, hop.taker), end);
  }
}

function hopsOf(ledger: Ledger, direction: 'down' | 'up', { hops }: Followed): Hop[] {
  const { position, layer, fen } = hops;
  const [givers, takers] = direction === 'down' ? [ledger.payer, ledger.payee] : [ledger.payee, ledger.payer];
  const at = new Map<number, number>();
  const found: Array<{ -readonly [K in keyof Hop]: Hop[K] }> = [];
  for (let n = 0; n < position.length; n++) {
    const i = position[n]!;
    const [giver, taker, day] = [givers[i]!, takers[i]!, ledger.day[i]!];
    const key = hopKey(ledger, layer[n]!, giver, taker);
    const known = at.get(key);
    if (known === undefined) {
      at.set(key, found.length);
      found.push({ layer: layer[n]!, giver, taker, fen: fen[n]!, rows: 1, first: day, last: day });
      continue;
    }
    const hop = found[known]!;
    hop.fen += fen[n]!;
    hop.rows++;
    if (day < hop.first) hop.first = day;
    if (day > hop.last) hop.last = day;
  }
  const rank = (party: number) => ledger.rank[party]!;
  return found.sort(
    (a, b) => a.layer - b.layer || b.fen - a.fen || rank(a.giver) - rank(b.giver) || rank(a.taker) - rank(b.taker),
  );
}

function layersOf(count: number, { seedFen, rests }: Followed, hops: readonly Hop[]): Traced['layers'] {
  const layers = Array.from({ length: count + 1 }, (_, layer) => ({
    fen: layer === 0 ? seedFen : 0,
    rests: new Map<TraceEnd, { fen: number; parties: number }>(),
  }));
  for (const { layer, fen } of hops) layers[layer]!.fen += fen;
  for (const [key, fen] of rests) {
    const { layer, end } = restOf(key);
    const known = layers[layer]!.rests.get(end) ?? { fen: 0, parties: 0 };
    layers[layer]!.rests.set(end, { fen: known.fen + fen, parties: known.parties + 1 });
  }
  return layers;
}

/** The hops of the first layer that has any below the thresholds. */
function tooSmall(
  hops: readonly Hop[],
  layers: Traced['layers'],
  { minTotal, minShare }: Question,
): Array<{ hop: Hop; end: TraceEnd }> {
  if (minTotal <= 0 && minShare <= 0) return [];
  const found: Array<{ hop: Hop; end: TraceEnd }> = [];
  for (const hop of hops) {
    if (found.length > 0 && hop.layer > found[0]!.hop.layer) break;
    if (hop.fen < minTotal) found.push({ hop, end: 'below-total' });
    else if (hop.fen * 100 < minShare * layers[hop.layer - 1]!.fen) found.push({ hop, end: 'below-share' });
  }
  return found;
}

function startsOf(ledger: Ledger, { isSeed, direction }: Question): Map<number, number> {
  const givers = direction === 'down' ? ledger.payer : ledger.payee;
  const starts = new Map<number, number>();
  for (let i = 0; i < ledger.size; i++)
    if (isSeed[i] === 1) starts.set(givers[i]!, (starts.get(givers[i]!) ?? 0) + ledger.fen[i]!);
  return starts;
}
