import { type TraceEnd, type TraceStop, traceEnds } from '../../../../shared/protocol/trace-words.ts';
import { type Ledger, traits } from './ledger.ts';
import { OTHER, type Pool, type TraceMethod } from './methods/method.ts';
import { Parts } from './methods/parts.ts';

/** What to follow, and how far. Positions are places in the ledger. */
export interface Following {
  readonly direction: 'down' | 'up';
  readonly layers: number;
  /** parties all of whose payments are followed: money that comes back to one of them ends there, it would count twice */
  readonly seedParties: ReadonlySet<number>;
  /** by position: 1 = this payment is followed from its start */
  readonly isSeed: Uint8Array;
  readonly minRow: number;
  readonly withinDays: number | null;
  readonly stops: ReadonlySet<TraceStop>;
  /** row ids that are known to be normal */
  readonly normal: ReadonlySet<number>;
  readonly method: TraceMethod;
  /** hops that are not followed, by hopKey */
  readonly pruned: ReadonlyMap<number, TraceEnd>;
}

/** Where the money went: by payment and layer, and where it was followed no further. Layers count from the seeds (0). */
export interface Followed {
  readonly seedFen: number;
  readonly seedRows: number;
  readonly hops: { readonly position: number[]; readonly layer: number[]; readonly fen: number[] };
  readonly rests: ReadonlyMap<number, number>;
}

export const hopKey = (ledger: Pick<Ledger, 'rank'>, layer: number, giver: number, taker: number): number =>
  (layer * ledger.rank.length + giver) * ledger.rank.length + taker;

const restKey = (party: number, layer: number, end: TraceEnd): number =>
  (party * 8 + layer) * 16 + traceEnds.indexOf(end);
export function restOf(key: number): { party: number; layer: number; end: TraceEnd } {
  return { party: Math.floor(key / 128), layer: Math.floor(key / 16) % 8, end: traceEnds[key % 16]! };
}

/** A label holds the layer, and whether the account's own statements cover the day on which the money came. */
const labelOf = (layer: number, covered: boolean): number => layer * 2 + (covered ? 1 : 0);
const layerOf = (label: number): number => label >> 1;
const isCovered = (label: number): boolean => (label & 1) === 1;

const LOOK = 131_072;

/**
 * Follows money through all payments once, in the order of time: down from payer to payee, or up, backwards in time, from payee to payer.
 * Each fen that is followed is at every moment in one account of one layer, so that what arrived in a layer is what left it for the next
 * plus what rests in it, to the fen.
 */
export function follow(ledger: Ledger, what: Following, look: (done: number) => void = () => undefined): Followed {
  return new Walk(ledger, what).run(look);
}

class Walk {
  readonly #ledger: Ledger;
  readonly #what: Following;
  readonly #down: boolean;
  /** money of accounts through which nothing followed has come yet */
  readonly #held: Float64Array;
  readonly #pools: Array<Pool | undefined>;
  readonly #hops: Followed['hops'] = { position: [], layer: [], fen: [] };
  readonly #rests = new Map<number, number>();
  /** fen of the payment at hand by layer of arrival */
  readonly #byLayer = new Float64Array(9);
  readonly #gone = new Parts();
  #seedFen = 0;
  #seedRows = 0;

  constructor(ledger: Ledger, what: Following) {
    this.#ledger = ledger;
    this.#what = what;
    this.#down = what.direction === 'down';
    const parties = ledger.rank.length;
    this.#held = this.#down ? new Float64Array(parties) : ledger.closing.slice();
    this.#pools = new Array<Pool | undefined>(parties);
  }

  run(look: (done: number) => void): Followed {
    const { size, payer, payee, fen, missing, openings } = this.#ledger;
    const { isSeed } = this.#what;
    for (let n = 0; n < size; n++) {
      if (n % LOOK === 0) look(n);
      const i = this.#down ? n : size - 1 - n;
      const from = this.#down ? payer[i]! : payee[i]!;
      const to = this.#down ? payee[i]! : payer[i]!;
      if (this.#down) {
        if (missing[i]! > 0) this.#come(from, missing[i]!);
        if (openings.size > 0 && openings.has(i)) this.#come(to, openings.get(i)!);
      }
      if (this.#pools[from] !== undefined || isSeed[i] === 1) this.#move(i, from, to);
      else {
        if (from > 0) this.#held[from]! -= fen[i]!;
        this.#come(to, fen[i]!);
      }
      if (!this.#down) {
        if (openings.size > 0 && openings.has(i)) this.#lose(from, openings.get(i)!);
        if (missing[i]! > 0) this.#lose(to, missing[i]!);
      }
    }
    for (let party = 1; party < this.#pools.length; party++) {
      const pool = this.#pools[party];
      if (!pool) continue;
      pool.left(this.#gone.clear());
      this.#restParts(party, (label) => (isCovered(label) ? 'kept' : 'no-statement'));
    }
    return { seedFen: this.#seedFen, seedRows: this.#seedRows, hops: this.#hops, rests: this.#rests };
  }

  /** Other money comes in. */
  #come(party: number, fen: number): void {
    if (party === 0) return;
    const pool = this.#pools[party];
    if (pool) pool.put(fen, OTHER, 0);
    else this.#held[party]! += fen;
  }

  /** Backwards in time: what the account held of unknown origin is taken off; money followed that it was made of has no known source. */
  #lose(party: number, fen: number): void {
    const pool = this.#pools[party];
    if (!pool) {
      this.#held[party]! -= fen;
      return;
    }
    pool.take(fen, this.#gone.clear());
    this.#restParts(party, (label) => (isCovered(label) ? 'no-source' : 'no-statement'));
    this.#closeEmpty(party, pool);
  }

  /** A payment that takes followed money along, or starts it. */
  #move(i: number, from: number, to: number): void {
    const fen = this.#ledger.fen[i]!;
    const pool = this.#pools[from];
    if (pool) this.#letGoOld(pool, from, this.#ledger.day[i]!);
    const parts = this.#gone.clear();
    if (pool) {
      pool.take(fen, parts);
      this.#closeEmpty(from, pool);
    } else if (from > 0) this.#held[from]! -= fen;
    if (this.#what.isSeed[i] === 1) {
      this.#restParts(from, () => 'returned');
      parts.clear().add(labelOf(0, true), fen);
      this.#seedFen += fen;
      this.#seedRows++;
    }
    let goesOn = false;
    for (let n = 0; n < parts.count; n++) {
      if (parts.label[n] === OTHER) continue;
      parts.label[n] = this.#arrive(i, from, to, layerOf(parts.label[n]!), parts.fen[n]!);
      goesOn ||= parts.label[n] !== OTHER;
    }
    this.#noteHops(i);
    if (!goesOn) {
      this.#come(to, fen);
      return;
    }
    const into = this.#poolOf(to);
    const day = this.#ledger.day[i]!;
    for (let n = 0; n < parts.count; n++) into.put(parts.fen[n]!, parts.label[n]!, day);
  }

  /** Where nothing followed is left, an account is as if nothing had come: it need not be looked into at each payment. */
  #closeEmpty(party: number, pool: Pool): void {
    if (pool.followed > 0) return;
    this.#held[party] = pool.total;
    this.#pools[party] = undefined;
  }

  #poolOf(party: number): Pool {
    const known = this.#pools[party];
    if (known) return known;
    const pool = this.#what.method.pool(this.#what.withinDays !== null);
    pool.put(this.#held[party]!, OTHER, 0);
    this.#pools[party] = pool;
    return pool;
  }

  /** Followed money on its way into the next layer; answers the label under which it goes on, or OTHER where it does not. */
  #arrive(i: number, from: number, to: number, layer: number, fen: number): number {
    const { minRow, pruned } = this.#what;
    const gap =
      to === 0
        ? 'unknown-side'
        : this.#ledger.fen[i]! < minRow
          ? 'below-row'
          : pruned.size === 0
            ? undefined
            : pruned.get(hopKey(this.#ledger, layer + 1, from, to));
    if (gap) {
      this.#rest(from, layer, gap, fen);
      return OTHER;
    }
    this.#byLayer[layer + 1]! += fen;
    const end = this.#endAt(to, i, layer + 1);
    if (end) {
      this.#rest(to, layer + 1, end, fen);
      return OTHER;
    }
    const day = this.#ledger.day[i]!;
    return labelOf(layer + 1, day >= this.#ledger.coveredFrom[to]! && day <= this.#ledger.coveredTo[to]!);
  }

  #endAt(party: number, i: number, layer: number): TraceEnd | undefined {
    const { seedParties, stops, normal, layers } = this.#what;
    const trait = this.#ledger.traits[party]!;
    if (seedParties.has(party)) return 'returned';
    if (trait & traits.cash) return 'cash';
    if (trait & traits.institution) return 'institution';
    if (stops.has('normal') && normal.has(this.#ledger.row[i]!)) return 'normal';
    if (stops.has('abroad') && (trait & traits.abroad || this.#ledger.abroad[i] === 1)) return 'abroad';
    if (stops.has('corporate') && trait & traits.organisation) return 'corporate';
    return layer === layers ? 'last-layer' : undefined;
  }

  #letGoOld(pool: Pool, party: number, day: number): void {
    const { withinDays } = this.#what;
    if (withinDays === null) return;
    const [first, last] = this.#down
      ? [day - withinDays, Number.POSITIVE_INFINITY]
      : [Number.NEGATIVE_INFINITY, day + withinDays];
    pool.letGo(first, last, this.#gone.clear());
    this.#restParts(party, () => 'late');
  }

  #noteHops(i: number): void {
    for (let layer = 1; layer <= this.#what.layers; layer++) {
      const fen = this.#byLayer[layer]!;
      if (fen === 0) continue;
      this.#hops.position.push(i);
      this.#hops.layer.push(layer);
      this.#hops.fen.push(fen);
      this.#byLayer[layer] = 0;
    }
  }

  /** What is in #gone rests with a party. */
  #restParts(party: number, end: (label: number) => TraceEnd): void {
    const { count, label, fen } = this.#gone;
    for (let n = 0; n < count; n++)
      if (label[n] !== OTHER) this.#rest(party, layerOf(label[n]!), end(label[n]!), fen[n]!);
  }

  #rest(party: number, layer: number, end: TraceEnd, fen: number): void {
    const key = restKey(party, layer, end);
    this.#rests.set(key, (this.#rests.get(key) ?? 0) + fen);
  }
}
