/** Groups of mentions (by position) that share one piece of evidence: group g holds items[start[g]] … items[start[g + 1] - 1], ascending. */
export interface Buckets {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

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

/** The buckets with those mentions taken out that a person took out (`group` of the mention is not 0); each group of them is a bucket of its own. */
export function divided(buckets: Buckets, group: Int32Array): Buckets {
  if (!buckets.items.some((mention) => group[mention] !== 0)) return buckets;
  const parts: Int32Array[] = [];
  for (const bucket of groupsOf(buckets)) {
    if (!bucket.some((mention) => group[mention] !== 0)) parts.push(bucket);
    else
      for (const part of Map.groupBy(bucket, (mention) => group[mention]).values()) parts.push(Int32Array.from(part));
  }
  const start = new Int32Array(parts.length + 1);
  const items = new Int32Array(buckets.items.length);
  for (const [g, part] of parts.entries()) {
    items.set(part, start[g]);
    start[g + 1] = start[g]! + part.length;
  }
  return { start, items };
}
