import type { EvidenceReader, KnownParty } from '../models/model.ts';
import type { Store } from '../store/connect.ts';
import { type SheetLayout, sheetLayout, valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import type { Reads } from './reads.ts';

/** One meaning spread over several columns: any of them answers for the first. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  amount: ['amount', 'amount_in', 'amount_out'],
  txn_date: ['txn_date', 'txn_time'],
  counterparty_name: ['counterparty_name', 'counterparty_info'],
  fee: ['fee', 'fee_gross'],
  expense_type: ['expense_type', 'account_name', 'summary'],
};

/** A wallet bill becomes the same records as a bank statement, so it answers for one. */
const sheetsOf: Readonly<Record<string, readonly string[]>> = { bank_flow: ['bank_flow', 'wallet_flow'] };

/** Rows of one answer that are taken between two breaths. */
const BREATH = 4096;

/** Who is told what a reader is asked. */
export interface Listeners {
  /** each question before it is asked for the first time: what it asks may be made ready */
  readonly first: (sql: string) => void;
  readonly reads: Reads;
}

/** What models may ask of this store. Keeps what it has learned about sheets: use one reader for one run. */
export function evidenceReader(
  store: Store,
  breathe: () => void = () => {},
  { first, reads }: Partial<Listeners> = {},
): EvidenceReader {
  const statements = new Map<string, ReturnType<typeof compile>>();
  const compile = (sql: string) => store.db.prepare<unknown[]>(sql);
  const read = <T>(sql: string, params?: Readonly<Record<string, unknown>>) => {
    // compiled for this run only: a statement from before does not see the working tables
    const known = statements.get(sql);
    if (known === undefined) first?.(sql);
    reads?.asked(sql, params);
    const statement = known ?? compile(sql);
    if (!statement.readonly) throw new Error('a model may only read');
    statements.set(sql, statement);
    return statement as unknown as {
      all(...bound: unknown[]): T[];
      get(...bound: unknown[]): T | undefined;
      iterate(...bound: unknown[]): IterableIterator<T>;
    };
  };
  const sheets = store.db
    .prepare<[], { id: number; category: string }>(
      `select s.id as id, s.category as category from sheet s join batch b on b.id = s.batch
       where b.state = 'written' and s.rows_imported > 0 order by s.id`,
    )
    .all();
  const layouts = new Map<number, SheetLayout>();
  const layoutOf = (sheet: number): SheetLayout => {
    const known = layouts.get(sheet) ?? sheetLayout(store, sheet);
    layouts.set(sheet, known);
    return known;
  };
  const sheetOfRow = prepared<[number], { sheet: number }>(store, 'select sheet from row where id = ?');
  const categoryOf = new Map(sheets.map(({ id, category }) => [id, category]));
  const look = (row: number): number | undefined => {
    const found = sheetOfRow.get(row);
    const category = found && categoryOf.get(found.sheet);
    if (category !== undefined) reads?.looked(category);
    return found?.sheet;
  };
  const partyRow = prepared<[number], KnownParty>(store, 'select id, uid, kind, role, name from party where id = ?');
  const parties = new Map<number, KnownParty>();
  const cell = valueReader(store);
  const made = new Map<string, unknown>();
  const ofCategory = (category: string) => {
    reads?.looked(category);
    const names = sheetsOf[category] ?? [category];
    return sheets.filter((sheet) => names.includes(sheet.category));
  };

  return {
    all: <T>(sql: string, params?: Readonly<Record<string, unknown>>) => {
      breathe();
      return params ? read<T>(sql, params).all(params) : read<T>(sql).all();
    },
    each<T>(sql: string, params: Readonly<Record<string, unknown>>, take: (row: T) => boolean) {
      breathe();
      let taken = 0;
      for (const row of read<T>(sql, params).iterate(params)) {
        if (!take(row)) break;
        if (++taken % BREATH === 0) breathe();
      }
    },
    one: <T>(sql: string, params?: Readonly<Record<string, unknown>>) =>
      params ? read<T>(sql, params).get(params) : read<T>(sql).get(),
    party(id) {
      const known = parties.get(id) ?? partyRow.get(id);
      if (!known) throw new Error('a view named a party that does not exist');
      parties.set(id, known);
      return known;
    },
    has: (category) => ofCategory(category).length > 0,
    hasField: (category, field) => ofCategory(category).some(({ id }) => layoutHas(layoutOf(id), field)),
    rowHasField(row, field) {
      const sheet = look(row);
      return sheet !== undefined && layoutHas(layoutOf(sheet), field);
    },
    shown(row, field) {
      if (reads) look(row);
      return cell(row, field).shown;
    },
    once: <T>(name: string, make: () => T) => {
      if (reads) return reads.once(name, make);
      if (!made.has(name)) made.set(name, make());
      return made.get(name) as T;
    },
    breathe,
  };
}

function layoutHas(layout: SheetLayout, field: string): boolean {
  const fields = alternatives[field] ?? [field];
  return (
    layout.columns.some((column) => column.field !== null && fields.includes(column.field)) ||
    layout.facts.some((fact) => fields.includes(fact.field))
  );
}
