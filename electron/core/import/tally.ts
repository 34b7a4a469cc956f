/** Counts how often each of the first 200 different texts of a column occurs. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(text: string): void {
    const known = this.#counts.get(text);
    if (known !== undefined) this.#counts.set(text, known + 1);
    else if (this.#counts.size < 200) this.#counts.set(text, 1);
  }

  /** Most frequent first. */
  all(): Array<{ text: string; rows: number }> {
    return [...this.#counts].map(([text, rows]) => ({ text, rows })).sort((a, b) => b.rows - a.rows);
  }
}
