import { cellAddress, unpackCells } from '../../../shared/evidence/cell.ts';
import { splitUnit } from '../../../shared/evidence/unit.ts';
import type { ProblemFilter, ProblemRow } from '../../../shared/protocol/checking.requests.ts';
import { sheetOf } from '../sheets/index.ts';
import type { Store } from '../store/connect.ts';
import { correctionsOf } from '../store/corrections.ts';
import { type SheetColumn, sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { protectedColumns, WITHHELD, withoutProtected } from '../store/protected-cells.ts';
import { recordOfCategory } from '../store/records/index.ts';
import { cellsOfRow } from '../store/row-blocks.ts';
import { suggestFix } from './suggest-fix.ts';

/** A row of which a list of problems speaks, as far as filters and counts need it. */
export interface RowEntry {
  readonly row: number;
  readonly sheet: number;
  readonly n: number;
  readonly state: string;
  readonly why: string | null;
  readonly duplicateOf: number | null;
  readonly problems: ReadonlyArray<{ readonly code: string; readonly col: number | null; readonly seen: string }>;
  /** a cell of it was corrected: it stays in the list, so that the correction can be seen and taken back */
  readonly isCorrected: boolean;
}

const aboutRow =
  'select r.id as row, r.sheet as sheet, r.n as n, r.state as state, r.why as why, r.duplicate_of as duplicateOf from row r';

/** Rows of these sheets that are rejected, repeat another, were left out by hand, or have a cell with a problem; in the order of the file. */
export function rowEntries(store: Store, sheets: readonly number[]): RowEntry[] {
  const list = JSON.stringify(sheets);
  const problems = prepared<[string], { row: number; code: string; col: number | null; seen: string | null }>(
    store,
    `select p.row as row, p.code as code, p.col as col, p.seen as seen from row_problem p join row r on r.id = p.row
     where r.sheet in (select value from json_each(?)) order by p.row, p.id`,
  ).all(list);
  const byRow = Map.groupBy(problems, ({ row }) => row);
  const aside = prepared<[string], Omit<RowEntry, 'problems' | 'isCorrected'>>(
    store,
    `${aboutRow} where r.sheet in (select value from json_each(?))
       and (r.state in ('rejected', 'duplicate') or r.why = 'by-hand' or r.duplicate_of is not null) and coalesce(r.why, '') <> 'repair'`,
  ).all(list);
  const corrected = new Set(
    prepared<[string], { row: number }>(
      store,
      `select c.row as row from correction c join row r on r.id = c.row
       where c.undone_at is null and r.sheet in (select value from json_each(?))`,
    )
      .all(list)
      .map(({ row }) => row),
  );
  const warned = prepared<[string], Omit<RowEntry, 'problems' | 'isCorrected'>>(
    store,
    `${aboutRow} where r.id in (select value from json_each(?))`,
  ).all(JSON.stringify([...byRow.keys(), ...corrected]));
  const rows = new Map([...aside, ...warned].map((row) => [row.row, row]));
  return [...rows.values()]
    .sort((a, b) => a.row - b.row)
    .map((row) => ({
      ...row,
      isCorrected: corrected.has(row.row),
      problems: (byRow.get(row.row) ?? []).map(({ code, col, seen }) => ({ code, col, seen: seen ?? '' })),
    }));
}

/** Rows of a sheet whose record names nobody in this field; the field is one of those the record names parties by. */
export function rowsThatLack(store: Store, sheet: number, field: string): RowEntry[] {
  const category = prepared<[number], { category: string }>(store, 'select category from sheet where id = ?').get(
    sheet,
  );
  const record = recordOfCategory(category?.category ?? '');
  const column = Object.entries(record?.mentions ?? {}).find(([, of]) => of === field)?.[0];
  if (!record || column === undefined) return [];
  const rows = prepared<[number], { row: number }>(
    store,
    `select x.row as row from ${record.table} x join row r on r.id = x.row where r.sheet = ? and x.${column} is null order by x.row`,
  ).all(sheet);
  const known = new Map(rowEntries(store, [sheet]).map((entry) => [entry.row, entry]));
  const plain = prepared<[string], Omit<RowEntry, 'problems' | 'isCorrected'>>(
    store,
    `${aboutRow} where r.id in (select value from json_each(?)) order by r.id`,
  ).all(JSON.stringify(rows.map(({ row }) => row)));
  return plain.map((row) => known.get(row.row) ?? { ...row, problems: [], isCorrected: false });
}

/** 'amount.unreadable' → 'amount': what kind of cell it is about. */
const areaOf = (code: string): string => code.slice(0, code.indexOf('.'));

/** Rejected rows first, because they are lost without a decision. */
const kindOf = ({ state, why, duplicateOf, problems, isCorrected }: RowEntry): ProblemRow['kind'] =>
  state === 'rejected'
    ? 'rejected'
    : state === 'duplicate' || (state === 'imported' && duplicateOf !== null)
      ? 'duplicate'
      : why === 'by-hand'
        ? 'left-out'
        : isCorrected && problems.length === 0
          ? 'corrected'
          : 'warning';

const asks = (filter: ProblemFilter, entry: RowEntry): boolean =>
  (filter.kind === undefined || kindOf(entry) === filter.kind) &&
  (filter.sheet === undefined || entry.sheet === filter.sheet) &&
  (filter.area === undefined || entry.problems.some(({ code }) => areaOf(code) === filter.area)) &&
  (filter.code === undefined || entry.problems.some(({ code }) => code === filter.code)) &&
  (filter.column === undefined || entry.problems.some(({ col }) => col === filter.column)) &&
  (filter.seen === undefined ||
    entry.problems.some(
      ({ seen, code, col }) =>
        seen === filter.seen &&
        (filter.code === undefined || code === filter.code) &&
        (filter.column === undefined || col === filter.column),
    ));

/** The entries a filter asks for, rejected ones before the others. `textOf`: the words of a row, asked for only where the filter has some. */
export function filtered(
  entries: readonly RowEntry[],
  filter: ProblemFilter,
  textOf: (entry: RowEntry) => string,
): RowEntry[] {
  const found = entries.filter((entry) => asks(filter, entry));
  const text = filter.text?.trim() ?? '';
  const worded = text === '' ? found : found.filter((entry) => `${entry.n} ${textOf(entry)}`.includes(text));
  return [...worded.filter(({ state }) => state === 'rejected'), ...worded.filter(({ state }) => state !== 'rejected')];
}

interface Group {
  readonly code: string;
  /** null: of all sheets */
  readonly sheet: number | null;
  readonly column: number | null;
  rows: number;
}

/** So many groups are looked through; a folder of statements has several for each of its files. */
const mostGroups = 16;

/**
 * How many rows there are of each kind, about each kind of cell, and of each Problem in each column of each sheet; where that would be more than a
 * person looks through, of each Problem over all sheets.
 */
export function countEntries(entries: readonly RowEntry[]) {
  const kinds: Record<string, number> = {};
  const areas: Record<string, number> = {};
  const groups = new Map<string, Group>();
  const codes = new Map<string, Group>();
  const count = (into: Map<string, Group>, key: string, group: Group) => {
    const known = into.get(key) ?? group;
    known.rows++;
    into.set(key, known);
  };
  for (const entry of entries) {
    const kind = kindOf(entry);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    for (const area of new Set(entry.problems.map(({ code }) => areaOf(code)))) areas[area] = (areas[area] ?? 0) + 1;
    for (const { code, col } of entry.problems)
      count(groups, `${entry.sheet} ${code} ${col}`, { code, sheet: entry.sheet, column: col, rows: 0 });
    for (const code of new Set(entry.problems.map((problem) => problem.code)))
      count(codes, code, { code, sheet: null, column: null, rows: 0 });
  }
  const listed = groups.size > mostGroups ? codes : groups;
  return { kinds, areas, groups: [...listed.values()].sort((a, b) => b.rows - a.rows) };
}

interface StoredRow {
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly category: string;
  readonly batch: number;
  readonly unit: number;
  readonly cells: string;
}

/** Describes rows of a list of problems; keeps the layout of every sheet it has met. `firstRow`: rows below it were in the case before. */
export function rowDescriber(store: Store, firstRow: number): (entry: RowEntry) => ProblemRow {
  const stored = prepared<[number], StoredRow>(
    store,
    `select p.file as file, p.sha256 as sha256, p.sheet_name as sheet, p.category as category, p.batch as batch, s.unit as unit, r.cells as cells
     from row r join place p on p.row = r.id join sheet s on s.id = r.sheet where r.id = ?`,
  );
  const found = prepared<
    [number],
    {
      col: number | null;
      field: string | null;
      code: string;
      seen: string | null;
      params: string | null;
      rejects: number;
    }
  >(store, 'select col, field, code, seen, params, rejects from row_problem where row = ? order by id');
  const columnsOf = new Map<number, readonly SheetColumn[]>();
  const layout = (sheet: number) => {
    const known = columnsOf.get(sheet) ?? sheetLayout(store, sheet).columns;
    columnsOf.set(sheet, known);
    return known;
  };
  const cellsOf = (row: number, json: string, sheet: number) =>
    withoutProtected(unpackCells(cellsOfRow(store, row, json)), layout(sheet)).map((cell) => cell?.shown ?? '');
  const repeats = (row: number, other: StoredRow, cells: readonly string[], columns: readonly SheetColumn[]) => {
    const sheet = sheetIdOf(store, row);
    const theirs = cellsOf(row, other.cells, sheet);
    return {
      rowId: row,
      row: numberOf(store, row),
      file: other.file,
      sheet: other.sheet,
      batch: other.batch,
      inCase: row < firstRow,
      cells: theirs,
      // one sheet against itself compares column by column; another sheet may have them elsewhere
      sameColumns: sameColumns(cells, columns, theirs, layout(sheet)),
    };
  };
  return (entry) => {
    const about = stored.get(entry.row);
    if (!about) throw new RangeError(`no row ${entry.row}`);
    const columns = layout(entry.sheet);
    const fields = sheetOf(about.category)?.fields ?? {};
    const cells = cellsOf(entry.row, about.cells, entry.sheet);
    const hidden = protectedColumns(columns);
    const problems = found.all(entry.row).map(({ col, field, code, seen, params, rejects }) => {
      const column = columns.find(({ index }) => index === col);
      const type = field === null ? undefined : fields[field]?.type;
      const shown = col === null ? '' : (cells[col] ?? '');
      const unit = splitUnit(column?.header ?? '').unit ?? about.unit;
      const suggestion =
        type && col !== null && /unreadable/.test(code) ? suggestFix(type, shown, Number(unit)) : undefined;
      return {
        column: col,
        header: column?.header ?? (field === null ? '' : (fields[field]?.zh ?? field)),
        field,
        code,
        seen: seen ?? shown,
        rejects: rejects === 1,
        cell: col === null ? null : cellAddress(col, entry.n),
        ...(params === null ? {} : { params: JSON.parse(params) as Record<string, string | number> }),
        ...(suggestion ? { suggestion } : {}),
      };
    });
    const repeated = entry.duplicateOf;
    const other = repeated === null ? undefined : stored.get(repeated);
    return {
      rowId: entry.row,
      file: about.file,
      sha256: about.sha256,
      sheet: about.sheet,
      sheetId: entry.sheet,
      category: about.category,
      row: entry.n,
      kind: kindOf(entry),
      state: entry.state,
      cells,
      problems,
      corrected: correctionsOf(store, entry.row).map(({ id, column, original, value, reason }) => ({
        id,
        column,
        original: hidden.has(column) ? WITHHELD : original,
        value: hidden.has(column) ? WITHHELD : value,
        reason,
      })),
      repeats: other && repeated !== null ? repeats(repeated, other, cells, columns) : null,
    };
  };
}

const numberOf = (store: Store, row: number): number =>
  prepared<[number], { n: number }>(store, 'select n from row where id = ?').get(row)?.n ?? 0;
const sheetIdOf = (store: Store, row: number): number =>
  prepared<[number], { sheet: number }>(store, 'select sheet from row where id = ?').get(row)?.sheet ?? 0;

/** Where the other row holds the same: for each column of ours that holds anything, the column of the other and whether they are equal. */
function sameColumns(
  cells: readonly string[],
  columns: readonly SheetColumn[],
  others: readonly string[],
  otherColumns: readonly SheetColumn[],
) {
  return columns.flatMap(({ index, header, field }) => {
    const shown = cells[index] ?? '';
    const there = otherColumns.find((column) => (field === null ? column.header === header : column.field === field));
    const other = there === undefined ? null : (others[there.index] ?? '');
    return shown === '' && (other ?? '') === '' ? [] : [{ header, here: shown, there: other, same: other === shown }];
  });
}
