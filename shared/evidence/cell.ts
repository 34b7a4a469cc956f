/**
 * One cell as it stands in the file. Nothing is interpreted yet.
 * `raw` is what the file stores, `shown` what a person sees in it; `null` cells are empty.
 */
export interface Cell {
  readonly type: 'text' | 'number' | 'date' | 'bool' | 'error';
  /** text: the string. number and date: the stored number. bool: true/false. error: its code, e.g. #N/A. */
  readonly raw: string | number | boolean;
  /** As displayed in the sheet; for text the string itself. */
  readonly shown: string;
  /** The value is the cached result of a formula. */
  readonly formula?: true;
}

export type CellOrEmpty = Cell | null;

export const textCell = (text: string): Cell => ({ type: 'text', raw: text, shown: text });

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index; n >= 0; n = Math.floor(n / 26) - 1) name = String.fromCharCode(65 + (n % 26)) + name;
  return name;
}

/** The address of a cell from its 0-based column and 1-based row: (3, 418) → D418. */
export const cellAddress = (column: number, row: number): string => `${columnName(column)}${row}`;

/**
 * Cells of one row as they are kept in the store, short because most cells are text:
 * null empty · string text · [type, raw, shown] anything else ('f' appended to the type of a formula's cached value).
 */
export type StoredCells = ReadonlyArray<null | string | readonly [string, string | number | boolean, string]>;

const letters = { number: 'n', date: 'd', bool: 'b', error: 'e', text: 't' } as const;
const types = { n: 'number', d: 'date', b: 'bool', e: 'error', t: 'text' } as const;

export function packCells(cells: readonly CellOrEmpty[]): string {
  let last = cells.length;
  while (last > 0 && cells[last - 1] === null) last--;
  return JSON.stringify(
    cells.slice(0, last).map((cell) => {
      if (cell === null) return null;
      if (cell.type === 'text' && !cell.formula) return cell.raw;
      return [letters[cell.type] + (cell.formula ? 'f' : ''), cell.raw, cell.shown];
    }),
  );
}

export function unpackCells(json: string): CellOrEmpty[] {
  return (JSON.parse(json) as StoredCells).map((cell) => {
    if (cell === null) return null;
    if (typeof cell === 'string') return textCell(cell);
    const type = types[cell[0][0] as keyof typeof types];
    return { type, raw: cell[1], shown: cell[2], ...(cell[0].length > 1 ? { formula: true as const } : {}) };
  });
}
