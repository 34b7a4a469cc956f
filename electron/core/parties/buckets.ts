import type { Buckets } from './joins.ts';

/** Gathers (evidence, mention) pairs into buckets. Mentions must arrive in ascending order, so that each bucket is ascending. */
export class BucketMaker {
  readonly #numbers = new Map<number, number>();
  readonly #bucket: number[] = [];
  readonly #item: number[] = [];

  /** `evidence` is any whole number that stands for what is shared. */
  add(evidence: number, mention: number): void {
    let bucket = this.#numbers.get(evidence);
    if (bucket === undefined) {
      bucket = this.#numbers.size;
      this.#numbers.set(evidence, bucket);
    }
    this.#bucket.push(bucket);
    this.#item.push(mention);
  }

  done(): Buckets {
    const start = new Int32Array(this.#numbers.size + 1);
    for (const bucket of this.#bucket) start[bucket + 1]!++;
    for (let g = 0; g < this.#numbers.size; g++) start[g + 1]! += start[g]!;
    const next = start.slice();
    const items = new Int32Array(this.#item.length);
    for (let i = 0; i < this.#item.length; i++) items[next[this.#bucket[i]!]!++] = this.#item[i]!;
    return { start, items };
  }
}

/** Buckets from ready groups. */
export function bucketsOf(groups: ReadonlyArray<readonly number[]>): Buckets {
  const start = new Int32Array(groups.length + 1);
  groups.forEach((group, g) => {
    start[g + 1] = start[g]! + group.length;
  });
  return { start, items: Int32Array.from(groups.flat()) };
}

/** Two small numbers as one: a key for what is shared in two respects. Exact up to 2^26 of each. */
export const both = (a: number, b: number): number => a * 2 ** 26 + b;

/** The distinct groups of a bucket list, one array each. */
export function* groupsOf({ start, items }: Buckets): Generator<Int32Array> {
  for (let g = 0; g + 1 < start.length; g++) yield items.subarray(start[g]!, start[g + 1]!);
}
