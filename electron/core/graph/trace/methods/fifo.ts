import { OTHER, type Pool, type TraceMethod } from './method.ts';
import type { Parts } from './parts.ts';
import { Queue } from './queue.ts';

/** 先进先出. Read backwards in time it is the same rule: the k-th fen that came is the k-th that goes. */
export default {
  id: 'fifo',
  words: { zh: '先进先出（FIFO）', en: 'First in, first out (FIFO)' },
  explained: {
    zh: '先进账户的钱先转出：账户原有余额排在最前，每笔转出依次用掉最早进账的钱。',
    en: 'Money that came first leaves first: what the account held before stands at the front, and each payment uses up the earliest money.',
  },
  pool: (days) => new FifoPool(days),
} satisfies TraceMethod;

class FifoPool implements Pool {
  readonly #queue = new Queue();
  readonly #days: boolean;
  constructor(days: boolean) {
    this.#days = days;
  }
  get total(): number {
    return this.#queue.total;
  }
  get followed(): number {
    return this.#queue.followed;
  }
  put(fen: number, label: number, day: number): void {
    this.#queue.push(fen, label, this.#days && label !== OTHER ? day : 0);
  }
  take(fen: number, gone: Parts): void {
    this.#queue.shift(fen, gone);
  }
  letGo(first: number, last: number, gone: Parts): void {
    this.#queue.letGo(first, last, gone);
  }
  left(parts: Parts): void {
    this.#queue.left(parts);
  }
}
