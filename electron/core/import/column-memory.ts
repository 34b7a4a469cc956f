/** Lookups after which a column that rarely repeats itself is no longer remembered. */
const trial = 2_000;
/** Different texts of one column that are kept; a column with more is begun anew. */
const mostKept = 50_000;

/**
 * What the texts of one column were read as. Holders, words and days repeat thousands of times in a sheet: each spelling is read once.
 * Serial numbers never repeat: such a column is soon forgotten.
 */
export class ColumnMemory {
  #known: Map<string, unknown> | undefined = new Map();
  #lastText: string | undefined;
  #last: { readonly value: unknown } | undefined;
  #asked = 0;
  #found = 0;

  /** undefined: not read before. */
  recall(text: string): { readonly value: unknown } | undefined {
    if (!this.#known) return undefined;
    if (text === this.#lastText) return this.#last;
    this.#asked++;
    const kept = this.#known.get(text) as { readonly value: unknown } | undefined;
    if (kept) {
      this.#found++;
      this.#lastText = text;
      this.#last = kept;
    }
    if (!kept && this.#asked === trial && this.#found * 2 < this.#asked) this.#known = undefined;
    return kept;
  }

  keep(text: string, value: unknown): void {
    if (!this.#known) return;
    if (this.#known.size >= mostKept) this.#known.clear();
    this.#known.set(text, { value });
  }
}
