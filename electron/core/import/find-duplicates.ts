import type { SameAs } from '../sheets/sheet.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';

/** A row that was imported, as far as it matters for telling whether another is the same. */
interface Seen {
  readonly row: number;
  readonly sheet: number;
  readonly time: string | null;
  readonly account: string | null;
  readonly name: string | null;
  /** the row's cells, kept only where every cell must be equal inside one sheet */
  readonly cells: string | null;
}

/** Rows that share serial number, day, direction and amount: more than this many are not one booking but a column of fillers. */
const mostCompared = 2000;

/** 重复行: finds the row that is the same booking delivered before, in this import or an earlier one. */
export class Duplicates {
  readonly #seen = new Map<number, Seen | Seen[]>();
  readonly #earlier: ((hash: number) => Seen[]) | undefined;

  /** `firstRow`: rows with smaller ids were in the case before this import. */
  constructor(store: Store, firstRow: number) {
    if (firstRow === 1) return;
    const select = prepared<[number, number, number], Seen>(
      store,
      `select r.id as row, r.sheet as sheet, f.time as time, m.account as account, m.key as name, null as cells
       from row r left join rec_bank_flow f on f.row = r.id left join mention m on m.id = f.counterparty
       where r.same = ? and r.id < ? and r.state = 'imported' order by r.id limit ?`,
    );
    this.#earlier = (hash) => select.all(hash, firstRow, mostCompared);
  }

  /** The row that this one repeats, or undefined. */
  find(hash: number, same: SameAs, sheet: number, cells: string): number | undefined {
    const here = this.#seen.get(hash);
    if (here !== undefined) {
      const rows = Array.isArray(here) ? here : [here];
      const found = rows.find((seen) => agrees(seen, same, sheet, cells));
      if (found) return found.row;
    }
    return this.#earlier?.(hash).find((seen) => agrees(seen, same, sheet, cells))?.row;
  }

  add(hash: number, same: SameAs, sheet: number, row: number, cells: string): void {
    const { time = null, account = null, name = null } = same;
    const seen: Seen = { row, sheet, time, account, name, cells: same.within === 'cells' ? cells : null };
    const before = this.#seen.get(hash);
    if (before === undefined) this.#seen.set(hash, seen);
    else if (!Array.isArray(before)) this.#seen.set(hash, [before, seen]);
    else if (before.length < mostCompared) before.push(seen);
  }
}

function agrees(seen: Seen, same: SameAs, sheet: number, cells: string): boolean {
  if (same.within === 'cells') return seen.sheet !== sheet || seen.cells === cells;
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
