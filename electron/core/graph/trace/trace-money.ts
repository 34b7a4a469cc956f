import { type TraceEnd, traceEnds } from '../../../../shared/protocol/trace-words.ts';
import { type Followed, type Following, follow, hopKey } from './follow.ts';
import { type Hops, hopsOf } from './hops.ts';
import type { Ledger } from './ledger.ts';

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
  readonly hops: Hops;
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
        followed,
      };
    for (const { hop, end } of small)
      pruned.set(hopKey(ledger, hops.layer[hop]!, hops.giver[hop]!, hops.taker[hop]!), end);
  }
}

function layersOf(count: number, { seedFen, rests }: Followed, hops: Hops): Traced['layers'] {
  const layers = Array.from({ length: count + 1 }, (_, layer) => ({
    fen: layer === 0 ? seedFen : 0,
    rests: new Map<TraceEnd, { fen: number; parties: number }>(),
  }));
  for (let hop = 0; hop < hops.count; hop++) layers[hops.layer[hop]!]!.fen += hops.fen[hop]!;
  for (let rest = 0; rest < rests.count; rest++) {
    const of = layers[rests.layer[rest]!]!.rests;
    const end = traceEnds[rests.end[rest]!]!;
    const known = of.get(end) ?? { fen: 0, parties: 0 };
    of.set(end, known);
    known.fen += rests.fen[rest]!;
    known.parties++;
  }
  return layers;
}

/** The hops of the first layer that has any below the thresholds. */
function tooSmall(
  hops: Hops,
  layers: Traced['layers'],
  { minTotal, minShare }: Question,
): Array<{ hop: number; end: TraceEnd }> {
  if (minTotal <= 0 && minShare <= 0) return [];
  const found: Array<{ hop: number; end: TraceEnd }> = [];
  for (let hop = 0; hop < hops.count; hop++) {
    const [layer, fen] = [hops.layer[hop]!, hops.fen[hop]!];
    if (found.length > 0 && layer > hops.layer[found[0]!.hop]!) break;
    if (fen < minTotal) found.push({ hop, end: 'below-total' });
    else if (fen * 100 < minShare * layers[layer - 1]!.fen) found.push({ hop, end: 'below-share' });
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
