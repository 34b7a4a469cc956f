import { OTHER, type Pools, type TraceMethod } from './method.ts';
import type { Parts } from './parts.ts';
import { Queues } from './queues.ts';

/** 差额（余额优先）: the least that must have been the money followed. */
export default {
  id: 'balance-first',
  words: { zh: '差额（余额优先）', en: 'Shortfall (balance first)' },
  explained: {
    zh: '转出先由账户里的其他资金（余额）支付，不足的差额才算所追资金：得到的是最少必须追到的金额。',
    en: 'Payments are first met from other money in the account (its balance); only the shortfall counts as the money traced: the least that must have been it.',
  },
  pools: (parties, days) => new BalanceFirstPools(parties, days),
} satisfies TraceMethod;

class BalanceFirstPools implements Pools {
  readonly #other: Float64Array;
  readonly #queues: Queues;
  readonly #days: boolean;
  constructor(parties: number, days: boolean) {
    this.#other = new Float64Array(parties);
    this.#queues = new Queues(parties);
    this.#days = days;
  }
  followed(party: number): number {
    return this.#queues.followed[party]!;
  }
  put(party: number, fen: number, label: number, day: number): void {
    if (label === OTHER) this.#other[party]! += fen;
    else this.#queues.push(party, fen, label, this.#days ? day : 0);
  }
  take(party: number, fen: number, gone: Parts): void {
    const other = Math.min(fen, this.#other[party]!);
    this.#other[party]! -= other;
    gone.add(OTHER, other);
    if (fen > other) this.#queues.shift(party, fen - other, gone);
  }
  letGo(party: number, first: number, last: number, gone: Parts): void {
    this.#other[party]! += this.#queues.drop(party, first, last, gone);
  }
  left(party: number, gone: Parts): void {
    this.#queues.left(party, gone);
  }
  close(party: number): number {
    const other = this.#other[party]!;
    this.#other[party] = 0;
    return other;
  }
}
