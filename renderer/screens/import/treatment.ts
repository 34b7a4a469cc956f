import type { Ask } from '../../../shared/protocol/requests.ts';
import { client } from '../../client/client.ts';
import type { ProblemRow } from './problem-columns.ts';
import { answerAt, type SheetPlace, say, useQueue } from './queue.ts';

export type ProblemFilter = NonNullable<Ask<'import.rows'>['filter']>;

/** Where the rows of a list are. */
export type RowScope = { readonly check: string } | { readonly batch: number };

/** A row that is to be treated: a check knows it by its place, a batch by its id. */
export interface TreatedRow {
  readonly rowId: number;
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly row: number;
}

export interface CellFix extends TreatedRow {
  readonly column: number;
  readonly value: string;
}

/** What can be done about rows: said before the import, done after it. */
export interface Treatment {
  /** a deed in the case needs a reason; before the import it may have one */
  readonly needsReason: boolean;
  fix(fixes: readonly CellFix[], reason: string): Promise<void>;
  skip(rows: readonly TreatedRow[], reason: string): Promise<void>;
  /** repetitions: in or out */
  repetitions(rows: readonly TreatedRow[], isIn: boolean, reason: string): Promise<void>;
  /** takes back what was said or done about the cells and the row */
  undo(row: ProblemRow, reason: string): Promise<void>;
}

/** 试算: what is said becomes part of the answers about the sheet, and the check is made anew. */
export const beforeImport: Treatment = {
  needsReason: false,
  async fix(fixes, reason) {
    for (const [place, own] of bySheet(fixes)) {
      const known = answerAt(useQueue.getState().answers, place)?.fixes ?? [];
      const left = known.filter(({ row, column }) => !own.some((each) => each.row === row && each.column === column));
      say(place, { fixes: [...left, ...own.map(({ row, column, value }) => ({ row, column, value, reason }))] });
    }
  },
  async skip(rows) {
    for (const [place, own] of bySheet(rows)) {
      const known = answerAt(useQueue.getState().answers, place)?.skipRows ?? [];
      say(place, { skipRows: [...new Set([...known, ...own.map(({ row }) => row)])] });
    }
  },
  async repetitions(rows, isIn) {
    for (const [place, own] of bySheet(rows)) {
      const known = answerAt(useQueue.getState().answers, place)?.importDuplicates;
      const before = Array.isArray(known) ? known : [];
      const numbers = own.map(({ row }) => row);
      const after = isIn ? [...before, ...numbers] : before.filter((row) => !numbers.includes(row));
      say(place, { importDuplicates: [...new Set(after)] });
    }
  },
  async undo(row) {
    const said = answerAt(useQueue.getState().answers, row);
    say(row, {
      fixes: (said?.fixes ?? []).filter((fix) => fix.row !== row.row),
      skipRows: (said?.skipRows ?? []).filter((n) => n !== row.row),
    });
  },
};

/** What has been imported is corrected in the case, with a reason. */
export const afterImport: Treatment = {
  needsReason: true,
  async fix(fixes, reason) {
    const rows = [...Map.groupBy(fixes, ({ rowId }) => rowId)].map(([rowId, cells]) => ({
      rowId,
      cells: cells.map(({ column, value }) => ({ column, value })),
    }));
    await client.request('import.correct', { rows, reason });
  },
  async skip(rows, reason) {
    await client.request('import.decide', { rows: rows.map(({ rowId }) => rowId), what: 'skip', reason });
  },
  async repetitions(rows, isIn, reason) {
    const what = isIn ? 'import' : 'leave-out';
    await client.request('import.decide', { rows: rows.map(({ rowId }) => rowId), what, reason });
  },
  async undo(row, reason) {
    if (row.corrected.length > 0)
      await client.request('import.uncorrect', { corrections: row.corrected.map(({ id }) => id), reason });
    else await client.request('import.decide', { rows: [row.rowId], what: 'read', reason });
  },
};

const bySheet = <T extends TreatedRow>(rows: readonly T[]): Array<[SheetPlace, T[]]> =>
  [...Map.groupBy(rows, ({ file, sha256, sheet }) => `${file}\n${sha256}\n${sheet}`).values()].flatMap((own) =>
    own[0] ? [[own[0], own]] : [],
  );
