import type { SameAs } from '../sheets/sheet.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { cellsOfRow } from '../store/row-blocks.ts';
import { RowsByHash } from './rows-by-hash.ts';

/** A row that was imported, as far as it matters for telling whether another is the same. */
interface Seen {
  readonly row: number;
  readonly sheet: number;
  readonly time: string | null;
  readonly account: string | null;
  readonly name: string | null;
  readonly cells: string;
}

/** Rows that share serial number, day, direction and amount: more than this many are not one booking but a column of fillers. */
const mostCompared = 2000;

const seenSql = `select r.id as row, r.sheet as sheet, f.time as time, m.account as account, m.key as name, r.cells as cells
  from row r left join rec_bank_flow f on f.row = r.id left join mention m on m.id = f.counterparty`;

/** 重复行: finds the row that is the same booking delivered before, in this import or an earlier one. Remembers only hashes; what they stand for is in the store. */
export class Duplicates {
  readonly #seen = new RowsByHash(mostCompared);
  /** what is compared of rows that share a hash: a payroll writes one serial number and amount beside two thousand names */
  readonly #details = new Map<number, Seen | undefined>();
  /** rows whose cells were read otherwise than they stand in the file */
  readonly #corrected = new Map<number, string>();
  readonly #one: (row: number) => Seen | undefined;
  readonly #earlier: ((hash: number) => Seen[]) | undefined;

  /** `firstRow`: rows with smaller ids were in the case before this import. `flush` brings what waits to be written into the store. */
  constructor(store: Store, firstRow: number, flush: () => void) {
    const one = prepared<[number], Seen>(store, `${seenSql} where r.id = ?`);
    this.#one = (row) => {
      flush();
      return withCells(store, one.get(row));
    };
    if (firstRow === 1) return;
    const select = prepared<[number, number, number], Seen>(
      store,
      `${seenSql} where r.same = ? and r.id < ? and r.state = 'imported' order by r.id limit ?`,
    );
    this.#earlier = (hash) => select.all(hash, firstRow, mostCompared);
  }

  /** The row that this one repeats, or undefined. */
  find(hash: number, same: SameAs, sheet: number, cells: () => string): number | undefined {
    if (this.#seen.has(hash)) {
      for (const row of this.#seen.of(hash)) {
        const seen = this.#detailsOf(row);
        if (seen && agrees(seen, same, sheet, cells)) return row;
      }
    }
    return this.#earlier?.(hash).find((seen) => agrees(seen, same, sheet, cells))?.row;
  }

  #detailsOf(row: number): Seen | undefined {
    if (this.#details.has(row)) return this.#details.get(row);
    if (this.#details.size > 20_000) this.#details.clear();
    const stored = this.#one(row);
    const corrected = this.#corrected.get(row);
    const seen = stored && corrected !== undefined ? { ...stored, cells: corrected } : stored;
    this.#details.set(row, seen);
    return seen;
  }

  /** `asRead`: the cells where a correction changed them. Call it before the next `find`. */
  add(hash: number, row: number, asRead?: string): void {
    if (asRead !== undefined) this.#corrected.set(row, asRead);
    this.#seen.add(hash, row);
  }
}

/** The imported row that a row of the case repeats, whichever of them came first; undefined: none. */
export function repeatedRow(
  store: Store,
  hash: number,
  same: SameAs,
  { row, sheet }: { readonly row: number; readonly sheet: number },
  cells: string,
): number | undefined {
  return prepared<[number, number, number], Seen>(
    store,
    `${seenSql}
     where r.same = ? and r.id <> ? and r.state = 'imported' order by r.id limit ?`,
  )
    .all(hash, row, mostCompared)
    .find((seen) => agrees(withCells(store, seen), same, sheet, () => cells))?.row;
}

const withCells = <S extends Seen | undefined>(store: Store, seen: S): S =>
  seen && { ...seen, cells: cellsOfRow(store, seen.row, seen.cells) };

function agrees(seen: Seen, same: SameAs, sheet: number, cells: () => string): boolean {
  if (same.within === 'cells') return seen.sheet !== sheet || seen.cells === cells();
  const { time = null, account = null, name = null } = same;
  if (time !== null && seen.time !== null && time !== seen.time) return false;
  if (account !== null && seen.account !== null) return account === seen.account;
  return name === null || seen.name === null || name === seen.name || account !== null || seen.account !== null;
}

/**
 * 53 bits of a key, fast (cyrb53, public domain). Two different keys may share a hash once in some 10^15 pairs: the rows are then compared
 * by their details, and a wrong match would be listed beside the row it names, never dropped.
 */
export function hashOf(key: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
