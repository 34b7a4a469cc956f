import { createHash } from 'node:crypto';
import { type Cell, type CellOrEmpty, unpackCells } from '../../../shared/evidence/cell.ts';
import { readDate } from '../../../shared/evidence/date.ts';
import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { Store } from '../store/connect.ts';
import { type SheetColumn, sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { protectedColumns } from '../store/protected-cells.ts';
import { cellsOfRow } from '../store/row-blocks.ts';
import type { RowFix } from './correct-cells.ts';
import type { SheetGrid } from './read/grid.ts';

/** The head of the column by which a repaired row finds the row it came from. */
export const markHeads = { 'zh-CN': '清源标识（勿改）', en: 'Qingyuan mark (keep)' } as const;
const heads: readonly string[] = Object.values(markHeads);
const prefix = 'QYR1';

/** Batch, sheet and row of a rejected row, with a check of its cells: a row that changed since is not taken for it. */
export const markOf = (batchUid: string, sheetIdx: number, n: number, cells: string): string =>
  [prefix, batchUid, sheetIdx, n, checkOf(cells)].join('|');

const checkOf = (cells: string): string => createHash('sha256').update(cells).digest('hex').slice(0, 16);

/** The row of the case that a repaired row stands for. */
export interface MarkedRow {
  readonly row: number;
  readonly sheet: number;
  readonly state: string;
  readonly cells: string;
}

/** A list of rejected rows that came back: where its marks stand, and the row of the case each of its rows stands for. */
export interface RepairList {
  /** the row of the case that the i-th row of the list stands for; undefined: none, or it is not what it was */
  original(i: number): MarkedRow | undefined;
  /** what was changed in it */
  fix(i: number, original: MarkedRow): RowFix;
}

/** A sheet that is a list of rejected rows of this case, or undefined. Its header is its first row. */
export function repairList(store: Store, grid: SheetGrid, date1904: boolean): RepairList | undefined {
  if (grid.length < 2) return undefined;
  const header = grid.cells(0).map((cell) => cell?.shown.trim() ?? '');
  const mark = header.findIndex((text) => heads.includes(text));
  if (mark < 0) return undefined;
  const placed = prepared<[string, number, number], MarkedRow>(
    store,
    `select r.id as row, r.sheet as sheet, r.state as state, r.cells as cells from batch b join sheet s on s.batch = b.id join row r on r.sheet = s.id
     where b.uid = ? and s.idx = ? and r.n = ? and b.state = 'written'`,
  );
  const layouts = new Map<number, readonly SheetColumn[]>();
  return {
    original(i) {
      const [word, uid = '', idx, n, check] = (grid.cells(i)[mark]?.shown.trim() ?? '').split('|');
      if (word !== prefix) return undefined;
      const stored = placed.get(uid, Number(idx), Number(n));
      const found = stored && { ...stored, cells: cellsOfRow(store, stored.row, stored.cells) };
      return found && checkOf(found.cells) === check ? found : undefined;
    },
    fix(i, original) {
      const columns = layouts.get(original.sheet) ?? sheetLayout(store, original.sheet).columns;
      layouts.set(original.sheet, columns);
      const before = unpackCells(original.cells);
      const after = grid.cells(i);
      const hidden = protectedColumns(columns);
      const cells = columns.flatMap(({ index, header: text }) => {
        // columns may have been moved; a header that stands twice keeps its place
        const at = header[index] === text ? index : header.indexOf(text);
        // a list of rejected rows leaves protected cells out: they were not emptied
        if (at < 0 || hidden.has(index)) return [];
        const value = textOf(after[at] ?? null, date1904);
        return value === (before[index]?.shown ?? '') ? [] : [{ column: index, value }];
      });
      return { rowId: original.row, cells };
    },
  };
}

/** What a person typed into the list, as a text that reads the same everywhere: a date is written out, a number with all its digits. */
function textOf(cell: CellOrEmpty, date1904: boolean): string {
  if (cell === null) return '';
  if (cell.type === 'date') return dateText(cell, date1904);
  return cell.type === 'number' ? String(cell.raw) : cell.shown;
}

function dateText(cell: Cell, date1904: boolean): string {
  const read = readDate(cell, { date1904 });
  if (!read.ok || read.value === null) return cell.shown;
  return read.value.time ? `${read.value.day} ${read.value.time}` : read.value.day;
}

/** What has to be said so that a list of rejected rows is recognised as what its rows were: kind, header, and the facts that stood above them. */
export function answerForRepairs(
  store: Store,
  grid: SheetGrid,
  file: string,
  said: SheetAnswer | undefined,
): SheetAnswer | undefined {
  const list = repairList(store, grid, false);
  const first = list && firstOf(grid, list);
  if (!first) return said;
  const { category } = prepared<[number], { category: string }>(store, 'select category from sheet where id = ?').get(
    first.sheet,
  ) ?? { category: '' };
  const { facts } = sheetLayout(store, first.sheet);
  return {
    file,
    sheet: grid.name,
    category,
    headerRow: grid.number(0),
    facts: Object.fromEntries(facts.map(({ field, value }) => [field, value])),
    ...said,
  };
}

function firstOf(grid: SheetGrid, list: RepairList): MarkedRow | undefined {
  for (let i = 1; i < grid.length; i++) {
    const found = list.original(i);
    if (found) return found;
  }
  return undefined;
}
