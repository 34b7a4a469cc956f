import { cellAddress, unpackCells } from '../../../../shared/evidence/cell.ts';
import type { SearchHit } from '../../../../shared/protocol/parties.requests.ts';
import type { Store } from '../../store/connect.ts';
import { sheetLayout, sourceOf } from '../../store/place.ts';
import { prepared } from '../../store/prepared.ts';
import { withoutProtected } from '../../store/protected-cells.ts';
import { cellsOfRow } from '../../store/row-blocks.ts';
import { cellScan } from './cell-scan.ts';
import { cellWord, columnWith } from './cell-words.ts';

/** How long one question goes on with the search: what else is asked meanwhile waits so long at most. */
const MILLISECONDS = 60;

export interface CellSearch {
  readonly rows: SearchHit[];
  /** rows found among those looked through */
  readonly total: number;
  readonly searched: number;
  readonly of: number;
  readonly done: boolean;
}

/** Rows with cells that hold every typed word, newest first; goes on with the search for a moment. */
export function searchCells(
  store: Store,
  text: string,
  { offset, limit }: { offset: number; limit: number },
  milliseconds = MILLISECONDS,
): CellSearch {
  const scan = cellScan(store, text);
  scan.goOn(milliseconds);
  const { found, searched, of, isDone } = scan;
  const words = text.split(/\s+/).filter(Boolean);
  const rows = found.slice(offset, offset + limit).map((row) => hitOf(store, row, words));
  return { rows, total: found.length, searched, of, done: isDone };
}

function hitOf(store: Store, row: number, words: readonly string[]): SearchHit {
  const { cells: packed, sheet } = prepared<[number], { cells: string; sheet: number }>(
    store,
    'select cells, sheet from row where id = ?',
  ).get(row)!;
  const { columns } = sheetLayout(store, sheet);
  const cells = withoutProtected(unpackCells(cellsOfRow(store, row, packed)), columns);
  const source = sourceOf(store, row, null);
  const matched = words.flatMap((typed) => {
    const word = cellWord(typed);
    const column = columnWith(cells, word);
    if (column === -1) return [];
    const header = columns.find(({ index }) => index === column);
    const { text, from, to } = around(cells[column]!.shown, word.markIn(cells[column]!.shown));
    return { column, field: header?.field ?? null, header: header?.header ?? '', text, marks: mark(from, to) };
  });
  const [first] = matched;
  const place = first && { field: first.field, column: first.column, cell: cellAddress(first.column, source.row) };
  return {
    kind: 'text',
    party: null,
    drawnAs: null,
    title: first?.text ?? '',
    detail: first?.header ?? '',
    fen: null,
    source: { ...source, ...place },
    finding: null,
    matched: matched.map(({ text, header, marks }) => ({ by: 'cell', text, marks, label: header })),
  };
}

const mark = (from: number, to: number): [number, number][] => (to > from ? [[from, to]] : []);

/** The text with some of what stands around the find, and where the find is in it. A figure may be found as it is stored: then nothing is marked. */
function around(shown: string, at: readonly [number, number] = [0, 0]): { text: string; from: number; to: number } {
  const start = Math.max(0, at[0] - 20);
  const end = at[1] + 40;
  const before = start > 0 ? '…' : '';
  const text = `${before}${shown.slice(start, end)}${end < shown.length ? '…' : ''}`;
  const moved = before.length - start;
  return { text, from: at[0] + moved, to: at[1] + moved };
}
