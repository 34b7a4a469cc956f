import { OTHER, type Pool, type TraceMethod } from './method.ts';
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
  pool: (days) => new ProRataPool(days),
} satisfies TraceMethod;

/** Parts by label (and day, where days matter), the other money first: one order, so that rounding is the same each time. */
class ProRataPool implements Pool {
  #fen: number[] = [0];
  #label: number[] = [OTHER];
  #day: number[] = [0];
  total = 0;
  readonly #days: boolean;
  constructor(days: boolean) {
    this.#days = days;
  }
  get followed(): number {
    return this.total - this.#fen[0]!;
  }
  put(fen: number, label: number, day: number): void {
    this.total += fen;
    const on = this.#days && label !== OTHER ? day : 0;
    let i = 0;
    while (i < this.#fen.length && (this.#label[i]! - label || this.#day[i]! - on) < 0) i++;
    if (i < this.#fen.length && this.#label[i] === label && this.#day[i] === on) {
      this.#fen[i]! += fen;
      return;
    }
    this.#fen.splice(i, 0, fen);
    this.#label.splice(i, 0, label);
    this.#day.splice(i, 0, on);
  }
  take(fen: number, gone: Parts): void {
    const shares = shareOut(fen, this.#fen);
    this.total -= fen;
    let isUsedUp = false;
    for (let i = 0; i < this.#fen.length; i++) {
      this.#fen[i]! -= shares[i]!;
      gone.add(this.#label[i]!, shares[i]!);
      if (i > 0 && this.#fen[i] === 0) isUsedUp = true;
    }
    if (isUsedUp) this.#sweep();
  }
  letGo(first: number, last: number, gone: Parts): void {
    for (let i = 1; i < this.#fen.length; i++) {
      if (this.#day[i]! >= first && this.#day[i]! <= last) continue;
      gone.add(this.#label[i]!, this.#fen[i]!);
      this.#fen[0]! += this.#fen[i]!;
      this.#fen[i] = 0;
    }
    this.#sweep();
  }
  left(parts: Parts): void {
    for (let i = 1; i < this.#fen.length; i++) parts.add(this.#label[i]!, this.#fen[i]!);
  }
  /** Forgets parts that are used up. */
  #sweep(): void {
    for (let i = this.#fen.length - 1; i > 0; i--) {
      if (this.#fen[i] !== 0) continue;
      this.#fen.splice(i, 1);
      this.#label.splice(i, 1);
      this.#day.splice(i, 1);
    }
  }
}
