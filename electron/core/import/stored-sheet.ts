import { type CellOrEmpty, packCells, unpackCells } from '../../../shared/evidence/cell.ts';
import { saysNothing, tidy } from '../../../shared/evidence/text.ts';
import type { Unit } from '../../../shared/evidence/unit.ts';
import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { sheetOf } from '../sheets/index.ts';
import type { SheetDefinition } from '../sheets/sheet.ts';
import type { Store } from '../store/connect.ts';
import { withValues } from '../store/corrections.ts';
import { sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { cellsOfRow } from '../store/row-blocks.ts';
import type { SheetToImport } from './import-sheet.ts';
import type { Merge, SheetGrid } from './read/grid.ts';
import { type ReadRow, RowReader } from './read-rows.ts';

/** What reading a row needs beside the columns and facts of its sheet: JSON in sheet.reading. */
export interface SheetReading {
  readonly headerAt: number;
  readonly date1904: boolean;
  readonly today: string;
  readonly unnamed: string;
  readonly merges: readonly Merge[];
  /** units that the headers of single columns state */
  readonly units: Readonly<Record<string, Unit>>;
  readonly answer: SheetAnswer | null;
}

/** What has to be kept so that a row of this sheet can be read again as it was read at the import. */
export function readingOf({ grid, workbook, recognised, answer, today, unnamed }: SheetToImport): SheetReading {
  const { fixes: _fixes, skipRows: _rows, importDuplicates: _duplicates, ...said } = answer ?? {};
  return {
    headerAt: recognised.header?.at ?? 0,
    date1904: workbook.date1904,
    today,
    unnamed,
    merges: grid.merges.filter((merge) => merge.toRow > merge.fromRow),
    units: Object.fromEntries(
      recognised.columns.flatMap(({ index, unit }) => (unit === undefined ? [] : [[index, unit]])),
    ),
    answer: answer ? (said as SheetAnswer) : null,
  };
}

/** One sheet of the case as the row reader wants it: its stored rows with what was corrected in them. */
export interface StoredSheet {
  readonly definition: SheetDefinition;
  /** in which column of the sheet a field stands */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Reads a row again, and says what it adds to the sums of its sheet. Rows in their order: a value may stand for empty cells below it. */
  read(row: number): { readonly read: ReadRow; readonly sums: ReadonlyMap<string, number> };
  /** its cells with the corrections that stand, packed */
  packed(row: number): string;
  /** its cells with the corrections that stand */
  cells(row: number): readonly CellOrEmpty[];
  /** Rows with an empty cell in this column that stands for the cell of the row: under a merged cell, or where the column is filled down. */
  filledFrom(row: number, column: number): number[];
  /** Every row that was read, in order, read as at the import: also what is judged by the rows above it. Open the sheet for this alone. */
  readAll(): Generator<{ readonly row: number; readonly read: ReadRow }>;
}

interface Kept {
  readonly name: string;
  readonly idx: number;
  readonly category: string;
  readonly confidence: number;
  readonly headerRows: 0 | 1 | 2;
  readonly unit: Unit;
  readonly reading: string;
}

/** Opens a sheet of the case for reading its rows again. Corrections written later are not seen: open it again. */
export function storedSheet(store: Store, sheet: number): StoredSheet {
  const kept = prepared<[number], Kept>(
    store,
    `select name, idx, category, confidence, header_rows as headerRows, unit, reading from sheet where id = ?`,
  ).get(sheet);
  const definition = kept && sheetOf(kept.category);
  if (!kept || !definition) throw new Error('a row of a sheet that is not in the case');
  const reading: Partial<SheetReading> = JSON.parse(kept.reading);
  const { columns, facts } = sheetLayout(store, sheet);
  const grid = new StoredGrid(store, sheet, kept, reading.merges ?? []);
  const answer = reading.answer ?? undefined;
  const reader = new RowReader({
    grid,
    recognised: {
      sheet: definition,
      confidence: kept.confidence,
      candidates: [],
      header: {
        at: reading.headerAt ?? grid.headerAt,
        rows: kept.headerRows,
        columns: columns.map(({ index, header }) => ({ index, header, spellings: [header] })),
      },
      columns: columns.map(({ index, header, field, confidence = 1 }) => ({
        index,
        header,
        field,
        confidence,
        unit: reading.units?.[index],
      })),
      facts: facts.map((fact) => ({ ...fact, from: fact.from ?? 'title' })),
      unit: kept.unit,
      skip: false,
      problems: [],
    },
    sheet: definition,
    answer,
    date1904: reading.date1904 ?? false,
    today: reading.today ?? '2999-12-31',
    unnamed: reading.unnamed ?? kept.name,
  });
  const goesDown = (answer?.fillDown?.length ?? 0) > 0;
  let walked = reader.first;
  const isSource = (i: number, column: number): boolean => {
    const cell = grid.cells(i)[column] ?? null;
    return cell !== null && !saysNothing(tidy(cell.shown));
  };
  return {
    definition,
    filledFrom(row, column) {
      const at = grid.positionOf(row);
      const found: number[] = [];
      if (answer?.fillDown?.includes(column)) {
        for (let i = at + 1; i < grid.length; i++) {
          const passed = grid.stateOf(i) === 'skipped';
          if (!isSource(i, column)) found.push(grid.id(i));
          else if (!passed) break;
        }
        return found;
      }
      const n = grid.number(at);
      const last = Math.max(
        n,
        ...grid.merges.filter(({ fromRow, fromColumn }) => fromRow === n && fromColumn === column).map((m) => m.toRow),
      );
      for (let i = at + 1; i < grid.length && grid.number(i) <= last; i++)
        if ((grid.cells(i)[column] ?? null) === null) found.push(grid.id(i));
      return found;
    },
    *readAll() {
      for (let i = reader.first; i < grid.length; i++) {
        const state = grid.stateOf(i);
        if (state === 'by-hand') reader.pass(i);
        else yield { row: grid.id(i), read: reader.read(i) };
      }
    },
    read(row) {
      const at = grid.positionOf(row);
      if (goesDown) for (; walked < at; walked++) reader.read(walked);
      const before = new Map(reader.sums);
      const read = reader.read(at);
      return { read, sums: new Map([...reader.sums].map(([field, sum]) => [field, sum - (before.get(field) ?? 0)])) };
    },
    columnOf: new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const]))),
    packed: (row) => packCells(grid.cells(grid.positionOf(row))),
    cells: (row) => grid.cells(grid.positionOf(row)),
  };
}

/** The rows of a sheet as they are stored, read from the store one by one. */
class StoredGrid implements SheetGrid {
  readonly name: string;
  readonly idx: number;
  readonly hidden = false;
  readonly columns = 0;
  readonly mayHoldNegatives = true;
  readonly merges: readonly Merge[];
  readonly #store: Store;
  readonly #rows: ReadonlyArray<readonly [id: number, n: number, state: 'read' | 'skipped' | 'by-hand']>;
  readonly #values: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly headerAt: number;

  constructor(store: Store, sheet: number, { name, idx }: Kept, merges: readonly Merge[]) {
    this.#store = store;
    this.name = name;
    this.idx = idx;
    this.merges = merges;
    this.#rows = store.db
      .prepare<[number], [number, number, 'read' | 'skipped' | 'by-hand']>(
        `select id, n, iif(state <> 'skipped', 'read', iif(why in ('by-hand', 'repair'), 'by-hand', 'skipped'))
         from row where sheet = ? order by id`,
      )
      .raw()
      .all(sheet);
    this.headerAt = store.db
      .prepare<[number], number>("select count(*) from row where sheet = ? and state = 'title'")
      .pluck()
      .get(sheet) as number;
    const standing = store.db
      .prepare<[number], { row: number; col: number; value: string }>(
        'select c.row as row, c.col as col, c.value as value from correction c join row r on r.id = c.row where r.sheet = ? and c.undone_at is null',
      )
      .all(sheet);
    this.#values = new Map(
      [...Map.groupBy(standing, ({ row }) => row)].map(([row, found]) => [
        row,
        new Map(found.map(({ col, value }) => [col, value])),
      ]),
    );
  }

  get length(): number {
    return this.#rows.length;
  }

  number(i: number): number {
    return this.#at(i)[1];
  }

  id(i: number): number {
    return this.#at(i)[0];
  }

  /** 'skipped': it was left out for what it is; 'by-hand': a person left it out, or it repairs another row. */
  stateOf(i: number): 'read' | 'skipped' | 'by-hand' {
    return this.#at(i)[2];
  }

  packed(i: number): string {
    return packCells(this.cells(i));
  }

  cells(i: number): CellOrEmpty[] {
    const [id] = this.#at(i);
    const stored = prepared<[number], { cells: string }>(this.#store, 'select cells from row where id = ?').get(id);
    const cells = unpackCells(stored ? cellsOfRow(this.#store, id, stored.cells) : '[]');
    const values = this.#values.get(id);
    return values ? withValues(cells, values) : cells;
  }

  positionOf(row: number): number {
    let [low, high] = [0, this.#rows.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [id] = this.#at(middle);
      if (id === row) return middle;
      if (id < row) low = middle + 1;
      else high = middle - 1;
    }
    throw new RangeError(`no row ${row} in this sheet`);
  }

  #at(i: number): readonly [id: number, n: number, state: 'read' | 'skipped' | 'by-hand'] {
    const found = this.#rows[i];
    if (!found) throw new RangeError(`no row ${i}`);
    return found;
  }
}
