/** Rows of an import by a 53-bit hash, in two arrays: a Map of a million numbers takes four times the memory, and most of the time. */
export class RowsByHash {
  readonly #most: number;
  #hashes = new Float64Array(2 ** 12).fill(-1);
  #rows = new Int32Array(2 ** 12);
  #filled = 0;
  /** the rows after the first, where several share a hash */
  readonly #more = new Map<number, number[]>();

  /** `most`: rows that are remembered of one hash. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The rows of a hash in the order in which they were added. */
  *of(hash: number): Generator<number> {
    const at = this.#placeOf(hash);
    if (this.#hashes[at] !== hash) return;
    yield this.#rows[at] as number;
    yield* this.#more.get(hash) ?? [];
  }

  has(hash: number): boolean {
    return this.#hashes[this.#placeOf(hash)] === hash;
  }

  add(hash: number, row: number): void {
    const at = this.#placeOf(hash);
    if (this.#hashes[at] === hash) {
      const more = this.#more.get(hash) ?? [];
      if (more.length === 0) this.#more.set(hash, more);
      if (more.length + 1 < this.#most) more.push(row);
      return;
    }
    this.#hashes[at] = hash;
    this.#rows[at] = row;
    if (++this.#filled * 2 > this.#hashes.length) this.#grow();
  }

  /** Where a hash stands, or the empty place for it. */
  #placeOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    // the low 32 bits are as even as the hash
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const here = this.#hashes[at];
      if (here === hash || here === -1) return at;
    }
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new Float64Array(hashes.length * 2).fill(-1);
    this.#rows = new Int32Array(rows.length * 2);
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] as number;
      if (hash === -1) continue;
      const at = this.#placeOf(hash);
      this.#hashes[at] = hash;
      this.#rows[at] = rows[i] as number;
    }
  }
}
