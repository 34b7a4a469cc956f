import type { RowPacker } from '../row-packer.ts';
import type { RowDraft } from './row-draft.ts';

/** Takes the rows of a sheet; a draft is good until it returns. */
export interface RowTarget {
  row(n: number, draft: RowDraft): void;
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

  row(n: number, draft: RowDraft): void {
    if (n <= this.#last) throw new Disordered();
    this.#last = n;
    if (!draft.filled) return;
    const packer = this.#packer;
    packer.spend(draft.characters);
    const { bytes, at } = packer.room(draft.size);
    packer.addBytes(n, draft.copyTo(bytes, at), draft.width);
    if (draft.mayHoldNegatives) packer.meetNegative();
  }
}

/** Keeps all rows of a sheet, joins those of one number (the cell that comes last stands), and hands them on in order. */
export class RowsCollected implements RowTarget {
  readonly #rows = new Map<number, { parts: string[]; filled: boolean }>();

  row(n: number, draft: RowDraft): void {
    const known = this.#rows.get(n);
    const parts = draft.parts();
    if (!known) {
      this.#rows.set(n, { parts, filled: draft.filled });
      return;
    }
    for (let column = 0; column < parts.length; column++) {
      const part = parts[column] ?? 'null';
      if (part !== 'null' || column >= known.parts.length) known.parts[column] = part;
    }
    known.filled ||= draft.filled;
  }

  handOn(packer: RowPacker): void {
    for (const [n, { parts, filled }] of [...this.#rows].sort(([a], [b]) => a - b)) packer.addPacked(n, parts, filled);
  }
}
