/** Numbers keys (1 … 2³² − 1) in the order in which they come: an open hash table in two arrays, for a million keys without an object each. */
export class KeyTable {
  #keys = new Uint32Array(FIRST_SLOTS);
  #numbers = new Int32Array(FIRST_SLOTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a key, a new one if need be. */
  numberOf(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return this.#numbers[slot]!;
    if (2 * this.#size >= this.#keys.length) {
      this.#grow();
      return this.numberOf(key);
    }
    this.#keys[slot] = key;
    this.#numbers[slot] = this.#size;
    return this.#size++;
  }

  /** The number of a key; undefined: it never came. */
  find(key: number): number | undefined {
    const slot = this.#slotOf(key);
    return this.#keys[slot] === key ? this.#numbers[slot]! : undefined;
  }

  /** Where the key stands, or the free slot where it would. */
  #slotOf(key: number): number {
    const last = this.#keys.length - 1;
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1);
    slot = (slot ^ (slot >>> 13)) & last;
    while (this.#keys[slot] !== key && this.#keys[slot] !== 0) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Uint32Array(2 * keys.length);
    this.#numbers = new Int32Array(2 * keys.length);
    for (const [from, key] of keys.entries()) {
      if (key === 0) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#numbers[slot] = numbers[from]!;
    }
  }
}

const FIRST_SLOTS = 1_024;
