/**
 * Parts of money in order, a chain for each party, as columns: a trace goes through tens of thousands of accounts, and as many lists would have to be
 * made and cleared away. A place is a part's number, 0 is none; `fen`, `label`, `day` and `next` are told of a place.
 */
export class Chains {
  fen = new Float64Array(1024);
  label = new Int32Array(1024);
  day = new Int32Array(1024);
  next = new Int32Array(1024);
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** places that are used again, chained by `next` */
  #free = 0;
  #made = 0;

  constructor(parties: number) {
    this.first = new Int32Array(parties);
    this.last = new Int32Array(parties);
  }

  /** Puts a part after another one of the chain, 0 = at its beginning. */
  insert(party: number, after: number, fen: number, label: number, day: number): void {
    const place = this.#place();
    this.fen[place] = fen;
    this.label[place] = label;
    this.day[place] = day;
    if (after === 0) {
      this.next[place] = this.first[party]!;
      this.first[party] = place;
    } else {
      this.next[place] = this.next[after]!;
      this.next[after] = place;
    }
    if (this.last[party] === after) this.last[party] = place;
  }

  /** Takes the part after another one off the chain, 0 = the first one. */
  removeAfter(party: number, after: number): void {
    const place = after === 0 ? this.first[party]! : this.next[after]!;
    if (after === 0) this.first[party] = this.next[place]!;
    else this.next[after] = this.next[place]!;
    if (this.last[party] === place) this.last[party] = after;
    this.next[place] = this.#free;
    this.#free = place;
  }

  clear(party: number): void {
    const last = this.last[party]!;
    if (last === 0) return;
    this.next[last] = this.#free;
    this.#free = this.first[party]!;
    this.first[party] = 0;
    this.last[party] = 0;
  }

  #place(): number {
    const free = this.#free;
    if (free > 0) {
      this.#free = this.next[free]!;
      return free;
    }
    if (++this.#made === this.fen.length) {
      this.fen = longer(this.fen, new Float64Array(2 * this.#made));
      this.label = longer(this.label, new Int32Array(2 * this.#made));
      this.day = longer(this.day, new Int32Array(2 * this.#made));
      this.next = longer(this.next, new Int32Array(2 * this.#made));
    }
    return this.#made;
  }
}

function longer<C extends Float64Array | Int32Array>(column: C, into: C): C {
  into.set(column);
  return into;
}
