import { OTHER, type Pool, type TraceMethod } from './method.ts';
import type { Parts } from './parts.ts';
import { Queue } from './queue.ts';

/** 差额（余额优先）: the least that must have been the money followed. */
export default {
  id: 'balance-first',
  words: { zh: '差额（余额优先）', en: 'Shortfall (balance first)' },
  explained: {
    zh: '转出先由账户里的其他资金（余额）支付，不足的差额才算所追资金：得到的是最少必须追到的金额。',
    en: 'Payments are first met from other money in the account (its balance); only the shortfall counts as the money traced: the least that must have been it.',
  },
  pool: (days) => new BalanceFirstPool(days),
} satisfies TraceMethod;

class BalanceFirstPool implements Pool {
  #other = 0;
  readonly #queue = new Queue();
  readonly #days: boolean;
  constructor(days: boolean) {
    this.#days = days;
  }
  get total(): number {
    return this.#other + this.#queue.total;
  }
  get followed(): number {
    return this.#queue.followed;
  }
  put(fen: number, label: number, day: number): void {
    if (label === OTHER) this.#other += fen;
    else this.#queue.push(fen, label, this.#days ? day : 0);
  }
  take(fen: number, gone: Parts): void {
    const other = Math.min(fen, this.#other);
    this.#other -= other;
    gone.add(OTHER, other);
    if (fen > other) this.#queue.shift(fen - other, gone);
  }
  letGo(first: number, last: number, gone: Parts): void {
    this.#other += this.#queue.drop(first, last, gone);
  }
  left(parts: Parts): void {
    this.#queue.left(parts);
  }
}
