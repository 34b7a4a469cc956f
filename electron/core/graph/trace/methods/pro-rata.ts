import { Chains } from './chains.ts';
import { OTHER, type Pools, type TraceMethod } from './method.ts';
import type { Parts } from './parts.ts';
import { shareOut } from './share-out.ts';

/** 按比例. Read backwards in time it is the same rule, but for single fen that rounding moves. */
export default {
  id: 'pro-rata',
  words: { zh: '按比例', en: 'Pro rata' },
  explained: {
    zh: '每笔转出按当时账户里所追资金占余额的比例带走，尾差按最大余数法分到分。',
    en: 'Each payment carries the money traced in proportion to its share of the balance at that moment; single fen go to the largest remainders.',
  },
  pools: (parties, days) => new ProRataPools(parties, days),
} satisfies TraceMethod;

/** Followed money by label (and day, where days matter) behind the other money: one order, so that rounding is the same each time. */
class ProRataPools implements Pools {
  readonly #other: Float64Array;
  readonly #followed: Float64Array;
  readonly #parts: Chains;
  readonly #days: boolean;
  /** of the payment at hand */
  readonly #sizes: number[] = [];
  readonly #shares: number[] = [];
  constructor(parties: number, days: boolean) {
    this.#other = new Float64Array(parties);
    this.#followed = new Float64Array(parties);
    this.#parts = new Chains(parties);
    this.#days = days;
  }
  followed(party: number): number {
    return this.#followed[party]!;
  }
  put(party: number, fen: number, label: number, day: number): void {
    if (label === OTHER) {
      this.#other[party]! += fen;
      return;
    }
    this.#followed[party]! += fen;
    const parts = this.#parts;
    const on = this.#days ? day : 0;
    let before = 0;
    let part = parts.first[party]!;
    while (part > 0 && (parts.label[part]! < label || (parts.label[part] === label && parts.day[part]! < on))) {
      before = part;
      part = parts.next[part]!;
    }
    if (part > 0 && parts.label[part] === label && parts.day[part] === on) parts.fen[part]! += fen;
    else parts.insert(party, before, fen, label, on);
  }
  take(party: number, fen: number, gone: Parts): void {
    const parts = this.#parts;
    const sizes = this.#sizes;
    const shares = this.#shares;
    let count = 0;
    sizes[count++] = this.#other[party]!;
    for (let part = parts.first[party]!; part > 0; part = parts.next[part]!) sizes[count++] = parts.fen[part]!;
    shareOut(fen, sizes, shares, count);
    this.#other[party]! -= shares[0]!;
    this.#followed[party]! -= fen - shares[0]!;
    gone.add(OTHER, shares[0]!);
    for (let n = 1, before = 0, part = parts.first[party]!; part > 0; n++) {
      const next = parts.next[part]!;
      gone.add(parts.label[part]!, shares[n]!);
      parts.fen[part]! -= shares[n]!;
      if (parts.fen[part] === 0) parts.removeAfter(party, before);
      else before = part;
      part = next;
    }
  }
  letGo(party: number, first: number, last: number, gone: Parts): void {
    const parts = this.#parts;
    for (let before = 0, part = parts.first[party]!; part > 0; ) {
      const day = parts.day[part]!;
      const fen = parts.fen[part]!;
      const next = parts.next[part]!;
      if (day >= first && day <= last) before = part;
      else {
        gone.add(parts.label[part]!, fen);
        this.#followed[party]! -= fen;
        this.#other[party]! += fen;
        parts.removeAfter(party, before);
      }
      part = next;
    }
  }
  left(party: number, gone: Parts): void {
    const parts = this.#parts;
    for (let part = parts.first[party]!; part > 0; part = parts.next[part]!)
      gone.add(parts.label[part]!, parts.fen[part]!);
  }
  close(party: number): number {
    const other = this.#other[party]!;
    this.#other[party] = 0;
    return other;
  }
}
