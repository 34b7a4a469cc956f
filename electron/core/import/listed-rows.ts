import { packCells, unpackCells } from '../../../shared/evidence/cell.ts';
import type { ProblemFilter, ProblemRow } from '../../../shared/protocol/checking.requests.ts';
import { journalHead } from '../journal/write-journal.ts';
import { Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import type { OpenCase } from '../store/open-case.ts';
import { sheetLayout } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { protectedColumns, withoutProtected } from '../store/protected-cells.ts';
import { cellsOfRow } from '../store/row-blocks.ts';
import { keptCheck } from './kept-checks.ts';
import { countEntries, filtered, type RowEntry, rowDescriber, rowEntries, rowsThatLack } from './problem-rows.ts';

/** A list of problem rows, wherever they are: every row, those a filter asks for, and how one reads. */
export interface ListedRows {
  readonly all: readonly RowEntry[];
  readonly counts: ReturnType<typeof countEntries>;
  find(filter: ProblemFilter): readonly RowEntry[];
  describe(entry: RowEntry): ProblemRow;
  columns(sheet: number): ReadonlyArray<{ index: number; header: string; field: string | null }>;
}

/** Rows of a check that was made just now, of a batch or of the whole case. Leaves with Problem check.gone. */
export function listedRows(
  openCase: OpenCase,
  scope: { check?: string | undefined; batch?: number | undefined },
): ListedRows {
  const { store } = openCase;
  if (scope.check !== undefined) {
    const kept = keptCheck(openCase, scope.check);
    if (!kept) throw new Stop({ code: 'check.gone' });
    const row = ({ row: id }: RowEntry): ProblemRow => {
      const found = kept.rows.get(id);
      if (!found) throw new RangeError(`no row ${id} in the check`);
      return found;
    };
    const known = checkLists.get(kept);
    if (known) return known;
    const list = remembering({
      all: kept.entries,
      find: (filter) => filtered(kept.entries, filter, (entry) => row(entry).cells.join(' ')),
      describe: row,
      columns: (sheet) => kept.columns.get(sheet) ?? [],
    });
    checkLists.set(kept, list);
    return list;
  }
  const head = journalHead(store).seq;
  const known = lastLists.get(openCase);
  if (known && known.batch === scope.batch && known.head === head) return known.list;
  const list = storedRows(openCase, scope.batch);
  lastLists.set(openCase, { batch: scope.batch, head, list });
  return list;
}

const checkLists = new WeakMap<object, ListedRows>();

/** Counts once, and finds anew only when the filter is another: scrolling asks the same again and again. */
function remembering(list: Omit<ListedRows, 'counts'>): ListedRows {
  let last: { filter: string; found: readonly RowEntry[] } | undefined;
  return {
    ...list,
    counts: countEntries(list.all),
    find(filter) {
      const words = JSON.stringify(filter);
      if (last?.filter !== words) last = { filter: words, found: list.find(filter) };
      return last.found;
    },
  };
}

/** The list looked at last: scrolling does not collect a hundred thousand rows anew. Every change of rows writes the journal. */
const lastLists = new WeakMap<object, { batch: number | undefined; head: number; list: ListedRows }>();

function storedRows(openCase: OpenCase, batch: number | undefined): ListedRows {
  const { store } = openCase;
  const sheets = prepared<[{ batch: number | null }], { id: number }>(
    store,
    "select s.id as id from sheet s join batch b on b.id = s.batch where b.state = 'written' and (@batch is null or b.id = @batch) order by s.id",
  ).all({ batch: batch ?? null });
  const all = rowEntries(
    store,
    sheets.map(({ id }) => id),
  );
  const rowsFor = ({ lacks, sheet }: ProblemFilter) =>
    lacks === undefined || sheet === undefined ? all : rowsThatLack(store, sheet, lacks);
  const firstRow = firstRowOf(openCase, batch);
  const cells = prepared<[number], { cells: string }>(store, 'select cells from row where id = ?');
  const packed = (row: number) => {
    const stored = cells.get(row);
    return stored ? cellsOfRow(store, row, stored.cells) : '[]';
  };
  return remembering({
    all,
    find: (filter) => filtered(rowsFor(filter), filter, ({ row, sheet }) => openText(store, packed(row), sheet)),
    describe: rowDescriber(store, firstRow),
    columns: (sheet) => sheetLayout(store, sheet).columns.map(({ index, header, field }) => ({ index, header, field })),
  });
}

/** The cells of a row in which may be looked: nobody finds a protected one by its words. */
function openText(store: Store, json: string, sheet: number): string {
  const { columns } = sheetLayout(store, sheet);
  return protectedColumns(columns).size === 0 ? json : packCells(withoutProtected(unpackCells(json), columns));
}

/** Rows below it were in the case before the batch. */
const firstRowOf = ({ store }: OpenCase, batch: number | undefined): number =>
  batch === undefined
    ? 0
    : (prepared<[number], { first: number | null }>(
        store,
        'select min(r.id) as first from row r join sheet s on s.id = r.sheet where s.batch = ?',
      ).get(batch)?.first ?? 0);
