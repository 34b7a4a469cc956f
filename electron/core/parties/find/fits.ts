/** How well places fit, by rank from 1 on: few of a million do, so that what is listed and what is asked are kept apart. */
export class Fits {
  readonly #ranks: Uint8Array;
  #places = new Int32Array(256);
  #count = 0;

  /** `ranks` is all 0, and as long as there are places; `clear` leaves it so. */
  constructor(ranks: Uint8Array) {
    this.#ranks = ranks;
  }

  get count(): number {
    return this.#count;
  }

  /** The places that fit, in the order in which they came. */
  get places(): Int32Array {
    return this.#places.subarray(0, this.#count);
  }

  /** 0: it does not fit. */
  rankOf(place: number): number {
    return this.#ranks[place]!;
  }

  /** Keeps the better of two ranks. */
  put(place: number, rank: number): void {
    const before = this.#ranks[place]!;
    if (before !== 0 && before <= rank) return;
    this.#ranks[place] = rank;
    if (before !== 0) return;
    if (this.#count === this.#places.length) {
      const more = new Int32Array(4 * this.#count);
      more.set(this.#places);
      this.#places = more;
    }
    this.#places[this.#count++] = place;
  }

  putAll(others: Fits): void {
    for (let i = 0; i < others.count; i++) this.put(others.#places[i]!, others.rankOf(others.#places[i]!));
  }

  /** Gives the ranks back, all 0. */
  clear(): Uint8Array {
    for (let i = 0; i < this.#count; i++) this.#ranks[this.#places[i]!] = 0;
    this.#count = 0;
    return this.#ranks;
  }
}
