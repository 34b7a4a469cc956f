import { cellAddress, unpackCells } from '../../../shared/evidence/cell.ts';
import type { SearchHit } from '../../../shared/protocol/parties.requests.ts';
import type { Store } from '../store/connect.ts';
import { sheetLayout, sourceOf } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';

/** Rows are looked through in steps, until this much time is spent: an answer while typing must not wait for a million rows. */
const STEP = 5_000;
const MILLISECONDS = 90;

export interface CellSearch {
  readonly hits: SearchHit[];
  /** rows found among those looked through */
  readonly total: number;
  readonly searched: number;
  readonly of: number;
}

/** Rows with a cell that contains the text as typed, newest first. Says how many rows were looked through, of how many. */
export function searchCells(store: Store, text: string, limit: number): CellSearch {
  const { last, of } = prepared<[], { last: number; of: number }>(
    store,
    'select (select coalesce(max(id), 0) from row) as last, (select count(*) from row) as of',
  ).get()!;
  const find = prepared<[number, number, string], { id: number }>(
    store,
    'select id from row where id > ? and id <= ? and instr(cells, ?) > 0 order by id desc',
  );
  const countRows = prepared<[number, number], { n: number }>(
    store,
    'select count(*) as n from row where id > ? and id <= ?',
  );
  // as it stands inside the JSON of the cells
  const written = JSON.stringify(text).slice(1, -1);
  const found: number[] = [];
  const started = performance.now();
  let searched = 0;
  let below = last;
  while (below > 0 && performance.now() - started < MILLISECONDS) {
    for (const { id } of find.all(below - STEP, below, written)) found.push(id);
    searched += countRows.get(below - STEP, below)?.n ?? 0;
    below = Math.max(0, below - STEP);
  }
  return {
    hits: found.slice(0, limit).flatMap((row) => hitOf(store, row, text)),
    total: found.length,
    searched,
    of,
  };
}

function hitOf(store: Store, row: number, text: string): SearchHit[] {
  const packed = prepared<[number], { cells: string; sheet: number }>(
    store,
    'select cells, sheet from row where id = ?',
  ).get(row);
  if (!packed) return [];
  const cells = unpackCells(packed.cells);
  const column = cells.findIndex(
    (cell) => cell !== null && (cell.shown.includes(text) || String(cell.raw).includes(text)),
  );
  const header = sheetLayout(store, packed.sheet).columns.find(({ index }) => index === column);
  const source = sourceOf(store, row, null);
  const place = column === -1 ? {} : { field: header?.field ?? null, column, cell: cellAddress(column, source.row) };
  return [
    {
      kind: 'text',
      party: null,
      drawnAs: null,
      title: around(cells[column]?.shown ?? '', text),
      detail: header?.header ?? '',
      fen: null,
      source: { ...source, ...place },
      finding: null,
    },
  ];
}

/** The text with some of what stands around it. */
function around(shown: string, text: string): string {
  const at = Math.max(0, shown.indexOf(text));
  const from = Math.max(0, at - 20);
  const to = at + text.length + 40;
  return `${from > 0 ? '…' : ''}${shown.slice(from, to)}${to < shown.length ? '…' : ''}`;
}
