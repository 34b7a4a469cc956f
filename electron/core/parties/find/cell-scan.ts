import { unpackCells } from '../../../../shared/evidence/cell.ts';
import type { Store } from '../../store/connect.ts';
import { drawingOf } from '../../store/drawings.ts';
import type { SheetColumn } from '../../store/place.ts';
import { prepared } from '../../store/prepared.ts';
import { protectedColumns, withoutProtected } from '../../store/protected-cells.ts';
import { linesUpTo, type RowLines } from '../../store/row-blocks.ts';
import { type CellWord, cellWord, columnWith } from './cell-words.ts';

/** Rows of one sheet: their ids follow each other. */
interface SheetRows {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly SheetColumn[];
}

/**
 * A search through the cells of every row, newest first, that goes on a little whenever it is asked to. A million rows are some 200 MB of text to
 * unpack and look through: about a second and a half of one processor, in moments between which the same thread answers others. No index is
 * kept: it would be written while importing and hold the case a second time.
 */
export class CellScan {
  readonly of: number;
  readonly #store: Store;
  readonly #words: readonly CellWord[];
  readonly #sheets: readonly SheetRows[];
  readonly #found: number[] = [];
  #searched = 0;
  #sheet = 0;
  #next: number;

  constructor(store: Store, text: string) {
    this.#store = store;
    this.#words = text.split(/\s+/).filter(Boolean).map(cellWord);
    this.#sheets = sheetsOf(store);
    this.of = this.#sheets.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    this.#next = this.#sheets[0]?.last ?? 0;
  }

  /** rows found so far, newest first */
  get found(): readonly number[] {
    return this.#found;
  }

  get searched(): number {
    return this.#searched;
  }

  get isDone(): boolean {
    return this.#sheet === this.#sheets.length;
  }

  /** Looks through further rows for so many milliseconds. */
  goOn(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    while (!this.isDone && performance.now() < end) this.#step(this.#sheets[this.#sheet]!);
  }

  #step(sheet: SheetRows): void {
    const lines = linesUpTo(this.#store, this.#next, sheet.first);
    this.#found.push(...this.#rowsIn(lines, sheet.columns).reverse());
    this.#searched += lines.last - lines.first + 1;
    this.#next = lines.first - 1;
    if (this.#next >= sheet.first) return;
    this.#sheet++;
    this.#next = this.#sheets[this.#sheet]?.last ?? 0;
  }

  #rowsIn({ first, bytes }: RowLines, columns: readonly SheetColumn[]): number[] {
    const [rarest, ...others] = this.#words.toSorted((a, b) => lengthOf(b) - lengthOf(a));
    if (!rarest) return [];
    const mustLook = protectedColumns(columns).size > 0 || this.#words.some(({ isDoubtful }) => isDoubtful);
    const rows = new Set<number>();
    for (const pattern of rarest.inBytes)
      eachLineWith(bytes, pattern, (line, from, to) => {
        const text = bytes.slice(from, to);
        if (!others.every((word) => isIn(text, word))) return;
        if (!mustLook || this.#holds(text, columns)) rows.add(first + line);
      });
    return rarest.inBytes.length > 1 ? [...rows].sort((a, b) => a - b) : [...rows];
  }

  /** Whether every word stands in a cell that may be shown: whoever gave a lead is not found by name. */
  #holds(line: string, columns: readonly SheetColumn[]): boolean {
    const cells = withoutProtected(unpackCells(Buffer.from(line, 'latin1').toString('utf8')), columns);
    return this.#words.every((word) => columnWith(cells, word) !== -1);
  }
}

const lengthOf = ({ inBytes: [pattern] }: CellWord): number => pattern?.source.length ?? 0;

function isIn(line: string, { inBytes }: CellWord): boolean {
  return inBytes.some((pattern) => {
    pattern.lastIndex = 0;
    return pattern.test(line);
  });
}

/** Tells about every line in which the pattern stands, once each, with where it begins and ends. */
function eachLineWith(bytes: string, pattern: RegExp, tell: (line: number, from: number, to: number) => void): void {
  let line = 0;
  let from = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(bytes); found; found = pattern.exec(bytes)) {
    for (let end = bytes.indexOf('\n', from); end !== -1 && end < found.index; end = bytes.indexOf('\n', from)) {
      line++;
      from = end + 1;
    }
    const end = bytes.indexOf('\n', found.index);
    tell(line, from, end === -1 ? bytes.length : end);
    if (end === -1) return;
    line++;
    from = end + 1;
    pattern.lastIndex = from;
  }
}

/** Sheets with their rows, the newest first. Rows of a sheet are written one after the other, so that their ids have no gaps. */
function sheetsOf(store: Store): SheetRows[] {
  const sheets = prepared<[], { first: number | null; last: number | null; columns: string }>(
    store,
    `select (select id from row where sheet = s.id order by n limit 1) as first,
       (select id from row where sheet = s.id order by n desc limit 1) as last, s.columns from sheet s`,
  ).all();
  return sheets
    .flatMap(({ first, last, columns }) =>
      first === null || last === null ? [] : { first, last, columns: JSON.parse(columns) as SheetColumn[] },
    )
    .sort((a, b) => b.last - a.last);
}

interface Kept {
  readonly stamp: string;
  readonly scans: Map<string, CellScan>;
}

/** The box and the results screen may each have one under way. */
const MOST_SCANS = 2;
const kept = new WeakMap<Store['db'], Kept>();

/** The search for this text: the one under way if there is one, as long as nothing was imported or taken back. */
export function cellScan(store: Store, text: string): CellScan {
  const last = prepared<[], { id: number | null }>(store, 'select max(id) as id from row').get()!.id ?? 0;
  const stamp = `${store.db.pragma('data_version', { simple: true })} ${drawingOf(store)} ${last}`;
  let known = kept.get(store.db);
  if (known?.stamp !== stamp) {
    known = { stamp, scans: new Map() };
    kept.set(store.db, known);
  }
  const { scans } = known;
  const scan = scans.get(text) ?? new CellScan(store, text);
  // the one that was asked for last goes last
  scans.delete(text);
  scans.set(text, scan);
  if (scans.size > MOST_SCANS) scans.delete(scans.keys().next().value!);
  return scan;
}
