/** A list of amounts with labels that is filled again and again: a million payments would make a million lists. */
export class Parts {
  count = 0;
  readonly label: number[] = [];
  readonly fen: number[] = [];

  clear(): this {
    this.count = 0;
    return this;
  }

  /** Neighbours of one label are one part. */
  add(label: number, fen: number): void {
    if (fen === 0) return;
    const last = this.count - 1;
    if (last >= 0 && this.label[last] === label) {
      this.fen[last]! += fen;
      return;
    }
    this.label[this.count] = label;
    this.fen[this.count++] = fen;
  }
}
