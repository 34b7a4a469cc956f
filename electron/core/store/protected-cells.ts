import { type CellOrEmpty, textCell } from '../../../shared/evidence/cell.ts';
import { normHeader } from '../../../shared/evidence/text.ts';
import { records } from './records/index.ts';

/** What stands in the place of a cell that names whoever must not be known. */
export const WITHHELD = '••••';

interface Column {
  readonly index: number;
  readonly header: string;
  readonly field: string | null;
}

const withheld = records.flatMap(({ withheld: of = {} }) => Object.entries(of));
const fields: ReadonlySet<string> = new Set(withheld.map(([field]) => field));
const headers: ReadonlySet<string> = new Set(withheld.flatMap(([, names]) => names.map(normHeader)));

/** Whether a field is protected, in whichever sheet. */
export const isProtectedField = (field: string): boolean => fields.has(field);

const known = new WeakMap<readonly Column[], ReadonlySet<number>>();

/** The protected columns of a sheet: by their field, and by their header where the table was taken for another kind or the column for none. */
export function protectedColumns(columns: readonly Column[]): ReadonlySet<number> {
  const before = known.get(columns);
  if (before) return before;
  const found = columns.filter(
    ({ header, field }) => (field !== null && fields.has(field)) || headers.has(normHeader(header)),
  );
  const indexes = new Set(found.map(({ index }) => index));
  known.set(columns, indexes);
  return indexes;
}

/** Cells of a row with the protected ones withheld; an empty cell stays empty. */
export const withoutProtected = (cells: readonly CellOrEmpty[], columns: readonly Column[]): CellOrEmpty[] => {
  const hidden = protectedColumns(columns);
  return cells.map((cell, index) => (cell !== null && hidden.has(index) ? textCell(WITHHELD) : cell));
};
