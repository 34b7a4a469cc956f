import { OTHER, type Pools, type TraceMethod } from './method.ts';
import type { Parts } from './parts.ts';
import { Queues } from './queues.ts';

/** 先进先出. Read backwards in time it is the same rule: the k-th fen that came is the k-th that goes. */
export default {
  id: 'fifo',
  words: { zh: '先进先出（FIFO）', en: 'First in, first out (FIFO)' },
  explained: {
    zh: '先进账户的钱先转出：账户原有余额排在最前，每笔转出依次用掉最早进账的钱。',
    en: 'Money that came first leaves first: what the account held before stands at the front, and each payment uses up the earliest money.',
  },
  pools: (parties, days) => new FifoPools(parties, days),
} satisfies TraceMethod;

class FifoPools implements Pools {
  readonly #queues: Queues;
  readonly #days: boolean;
  constructor(parties: number, days: boolean) {
    this.#queues = new Queues(parties);
    this.#days = days;
  }
  followed(party: number): number {
    return this.#queues.followed[party]!;
  }
  put(party: number, fen: number, label: number, day: number): void {
    this.#queues.push(party, fen, label, this.#days && label !== OTHER ? day : 0);
  }
  take(party: number, fen: number, gone: Parts): void {
    this.#queues.shift(party, fen, gone);
  }
  letGo(party: number, first: number, last: number, gone: Parts): void {
    this.#queues.letGo(party, first, last, gone);
  }
  left(party: number, gone: Parts): void {
    this.#queues.left(party, gone);
  }
  close(party: number): number {
    return this.#queues.close(party);
  }
}
