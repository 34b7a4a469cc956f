import { type TraceEnd, type TraceStop, traceEnds } from '../../../../shared/protocol/trace-words.ts';
import { byCount } from '../by-count.ts';
import { type Ledger, traits } from './ledger.ts';
import { OTHER, type Pools, type TraceMethod } from './methods/method.ts';
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
  readonly rests: Rests;
}

/** Money that is followed no further, by party, layer and reason, each once. `end` are places in traceEnds. */
export interface Rests {
  readonly count: number;
  readonly party: Int32Array;
  readonly layer: Uint8Array;
  readonly end: Uint8Array;
  readonly fen: Float64Array;
}

export const hopKey = (ledger: Pick<Ledger, 'rank'>, layer: number, giver: number, taker: number): number =>
  (layer * ledger.rank.length + giver) * ledger.rank.length + taker;

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
  readonly #isSeedParty: Uint8Array;
  readonly #stops: { readonly normal: boolean; readonly abroad: boolean; readonly corporate: boolean };
  /** money of accounts in which nothing followed is; that of party 0 means nothing */
  readonly #held: Float64Array;
  readonly #pools: Pools;
  /** by party: 1 = followed money is in it, and all its money in #pools */
  readonly #isOpen: Uint8Array;
  readonly #hops: Followed['hops'] = { position: [], layer: [], fen: [] };
  readonly #rests: { party: number[]; what: number[]; fen: number[] } = { party: [], what: [], fen: [] };
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
    this.#pools = what.method.pools(parties, what.withinDays !== null);
    this.#isOpen = new Uint8Array(parties);
    this.#isSeedParty = new Uint8Array(parties);
    for (const party of what.seedParties) this.#isSeedParty[party] = 1;
    const { stops } = what;
    this.#stops = { normal: stops.has('normal'), abroad: stops.has('abroad'), corporate: stops.has('corporate') };
  }

  run(look: (done: number) => void): Followed {
    const { size } = this.#ledger;
    for (let done = 0; done < size; done += LOOK) {
      look(done);
      this.#pass(done, Math.min(size, done + LOOK));
    }
    for (let party = 1; party < this.#isOpen.length; party++) {
      if (this.#isOpen[party] === 0) continue;
      this.#pools.left(party, this.#gone.clear());
      this.#restParts(party, (label) => (isCovered(label) ? 'kept' : 'no-statement'));
    }
    return {
      seedFen: this.#seedFen,
      seedRows: this.#seedRows,
      hops: this.#hops,
      rests: restsOf(this.#rests, this.#isOpen.length),
    };
  }

  /** The payments from the n-th on in the order in which they are walked, up to another one. */
  #pass(begin: number, end: number): void {
    const [held, isOpen, { isSeed }, down] = [this.#held, this.#isOpen, this.#what, this.#down];
    const { size, payer, payee, fen, missing, opening } = this.#ledger;
    const [givers, takers] = down ? [payer, payee] : [payee, payer];
    const [ofGiver, ofTaker] = down ? [missing, opening] : [opening, missing];
    const sign = down ? 1 : -1;
    for (let n = begin; n < end; n++) {
      const i = down ? n : size - 1 - n;
      const from = givers[i]!;
      const to = takers[i]!;
      if (isOpen[from] === 1 || isOpen[to] === 1 || isSeed[i] === 1) this.#book(i, from, to);
      else {
        held[from]! += sign * ofGiver[i]! - fen[i]!;
        held[to]! += fen[i]! + sign * ofTaker[i]!;
      }
    }
  }

  /** A payment in which followed money may have a part. */
  #book(i: number, from: number, to: number): void {
    const { fen, missing, opening } = this.#ledger;
    if (this.#down) {
      this.#come(from, missing[i]!);
      this.#come(to, opening[i]!);
    }
    if (this.#isOpen[from] === 1 || this.#what.isSeed[i] === 1) this.#move(i, from, to);
    else {
      this.#held[from]! -= fen[i]!;
      this.#come(to, fen[i]!);
    }
    if (!this.#down) {
      this.#lose(from, opening[i]!);
      this.#lose(to, missing[i]!);
    }
  }

  /** Other money comes in. */
  #come(party: number, fen: number): void {
    if (fen === 0) return;
    if (this.#isOpen[party] === 1) this.#pools.put(party, fen, OTHER, 0);
    else this.#held[party]! += fen;
  }

  /** Backwards in time: what the account held of unknown origin is taken off; money followed that it was made of has no known source. */
  #lose(party: number, fen: number): void {
    if (fen === 0) return;
    if (this.#isOpen[party] === 0) {
      this.#held[party]! -= fen;
      return;
    }
    this.#pools.take(party, fen, this.#gone.clear());
    this.#restParts(party, (label) => (isCovered(label) ? 'no-source' : 'no-statement'));
    this.#closeEmpty(party);
  }

  /** A payment that takes followed money along, or starts it. */
  #move(i: number, from: number, to: number): void {
    const fen = this.#ledger.fen[i]!;
    const isOpen = this.#isOpen[from] === 1;
    if (isOpen) this.#letGoOld(from, this.#ledger.day[i]!);
    const parts = this.#gone.clear();
    if (isOpen) {
      this.#pools.take(from, fen, parts);
      this.#closeEmpty(from);
    } else this.#held[from]! -= fen;
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
    if (this.#isOpen[to] === 0) {
      this.#pools.put(to, this.#held[to]!, OTHER, 0);
      this.#isOpen[to] = 1;
    }
    const day = this.#ledger.day[i]!;
    for (let n = 0; n < parts.count; n++) this.#pools.put(to, parts.fen[n]!, parts.label[n]!, day);
  }

  /** Where nothing followed is left, an account is as if nothing had come: it need not be looked into at each payment. */
  #closeEmpty(party: number): void {
    if (this.#pools.followed(party) > 0) return;
    this.#held[party] = this.#pools.close(party);
    this.#isOpen[party] = 0;
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
    const { normal, layers } = this.#what;
    const trait = this.#ledger.traits[party]!;
    const stops = this.#stops;
    if (this.#isSeedParty[party] === 1) return 'returned';
    if (trait & traits.cash) return 'cash';
    if (trait & traits.institution) return 'institution';
    if (stops.normal && normal.has(this.#ledger.row[i]!)) return 'normal';
    if (stops.abroad && (trait & traits.abroad || this.#ledger.abroad[i] === 1)) return 'abroad';
    if (stops.corporate && trait & traits.organisation) return 'corporate';
    return layer === layers ? 'last-layer' : undefined;
  }

  #letGoOld(party: number, day: number): void {
    const { withinDays } = this.#what;
    if (withinDays === null) return;
    const [first, last] = this.#down
      ? [day - withinDays, Number.POSITIVE_INFINITY]
      : [Number.NEGATIVE_INFINITY, day + withinDays];
    this.#pools.letGo(party, first, last, this.#gone.clear());
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
    this.#rests.party.push(party);
    this.#rests.what.push(layer * traceEnds.length + traceEnds.indexOf(end));
    this.#rests.fen.push(fen);
  }
}

/** Adds up what rests with one party in one layer for one reason. */
function restsOf(
  { party, what, fen }: { readonly party: number[]; readonly what: number[]; readonly fen: number[] },
  parties: number,
): Rests {
  const parts = new Int32Array(party);
  const kinds = new Uint8Array(what);
  const order = byCount(parts, parties, byCount(kinds, 256));
  const rests = {
    party: new Int32Array(order.length),
    layer: new Uint8Array(order.length),
    end: new Uint8Array(order.length),
    fen: new Float64Array(order.length),
  };
  let count = 0;
  for (let n = 0; n < order.length; n++) {
    const part = order[n]!;
    const before = order[n - 1]!;
    if (n === 0 || parts[part] !== parts[before] || kinds[part] !== kinds[before]) {
      rests.party[count] = parts[part]!;
      rests.layer[count] = Math.floor(kinds[part]! / traceEnds.length);
      rests.end[count++] = kinds[part]! % traceEnds.length;
    }
    rests.fen[count - 1]! += fen[part]!;
  }
  return { count, ...rests };
}
