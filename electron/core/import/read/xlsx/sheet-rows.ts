import type { RowPacker } from '../row-packer.ts';

/** Cells of one row as JSON pieces, by column; `filled`: one of them holds something. */
export interface RowTarget {
  row(n: number, parts: readonly string[], filled: boolean): void;
}

/** Rows of the sheet do not stand in ascending order, or one stands twice: they have to be collected first. */
export class Disordered extends Error {}

/** Hands rows on as they come. */
export class RowsInOrder implements RowTarget {
  readonly #packer: RowPacker;
  #last = 0;

  constructor(packer: RowPacker) {
    this.#packer = packer;
  }

  row(n: number, parts: readonly string[], filled: boolean): void {
    if (n <= this.#last) throw new Disordered();
    this.#last = n;
    this.#packer.addPacked(n, parts, filled);
  }
}

/** Keeps all rows of a sheet, joins those of one number (the cell that comes last stands), and hands them on in order. */
export class RowsCollected implements RowTarget {
  readonly #rows = new Map<number, { parts: string[]; filled: boolean }>();

  row(n: number, parts: readonly string[], filled: boolean): void {
    const known = this.#rows.get(n);
    if (!known) {
      this.#rows.set(n, { parts: [...parts], filled });
      return;
    }
    for (let column = 0; column < parts.length; column++) {
      const part = parts[column] ?? 'null';
      if (part !== 'null' || column >= known.parts.length) known.parts[column] = part;
    }
    known.filled ||= filled;
  }

  handOn(packer: RowPacker): void {
    for (const [n, { parts, filled }] of [...this.#rows].sort(([a], [b]) => a - b)) packer.addPacked(n, parts, filled);
  }
}
