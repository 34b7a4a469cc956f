import { columnName } from '../../../../../shared/evidence/cell.ts';
import type { FileNote } from '../../../../../shared/protocol/import.requests.ts';

const namedRanges = 20;

/** Numbers that come in ascending order, kept as ranges: a sheet may hide a million rows. */
export class HiddenRanges {
  readonly #ranges: Array<{ from: number; to: number }> = [];
  #count = 0;

  add(from: number, to = from): void {
    const last = this.#ranges.at(-1);
    this.#count += to - from + 1;
    if (last && from === last.to + 1) last.to = to;
    else this.#ranges.push({ from, to });
  }

  /** What is hidden, or undefined where nothing is. Rows are named by number, columns by letter. */
  note(code: 'hidden-rows' | 'hidden-columns', sheet: string): FileNote | undefined {
    if (this.#count === 0) return undefined;
    const name = (n: number): string => (code === 'hidden-columns' ? columnName(n - 1) : String(n));
    const names = this.#ranges
      .slice(0, namedRanges)
      .map(({ from, to }) => (from === to ? name(from) : `${name(from)}-${name(to)}`));
    return { code, sheet, count: this.#count, names };
  }
}
