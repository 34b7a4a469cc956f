import type { Statement } from 'better-sqlite3';
import type { Store } from './connect.ts';
import { type NewCorrection, writeCorrection } from './corrections.ts';
import { ManyInserts } from './many-inserts.ts';
import { records, recordTable } from './records/index.ts';
import { cellsOfRow, writeRowBlock } from './row-blocks.ts';

export type RowState = 'title' | 'header' | 'imported' | 'rejected' | 'duplicate' | 'skipped';

export interface NewBatch {
  readonly uid: string;
  readonly evidence: number;
  readonly at: string;
  readonly actor: string;
}

export interface NewSheet {
  readonly batch: number;
  readonly name: string;
  readonly idx: number;
  readonly category: string;
  readonly confidence: number;
  readonly headerRow: number;
  readonly headerRows: number;
  readonly unit: number;
  /** JSON, see SheetColumn and SheetFact in place.ts */
  readonly columns: string;
  readonly facts: string;
  /** JSON, see SheetReading in import/stored-sheet.ts */
  readonly reading: string;
}

export interface SheetFigures {
  readonly sums: string;
  readonly read: number;
  readonly imported: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly skipped: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

export interface NewProblem {
  readonly column: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly seen: string;
  readonly params: Readonly<Record<string, string | number>> | undefined;
  readonly rejects: boolean;
}

/** What the writer needs of a mention; `identifiers` with the column in which each was seen. */
export interface NewMention {
  readonly mention: true;
  readonly kind: string;
  readonly name: string;
  readonly key: string;
  readonly idType: string | null;
  readonly idValue: string | null;
  readonly account: string | null;
  readonly phone: string | null;
  readonly orgKey: string | null;
  readonly dept: string | null;
  readonly masked: boolean;
  readonly field: string;
  readonly identifiers: ReadonlyArray<{
    readonly type: string;
    readonly value: string;
    readonly keyable: boolean;
    readonly field: string;
  }>;
}

export interface NewRecord {
  readonly table: string;
  readonly columns: Readonly<Record<string, string | number | null | NewMention>>;
  readonly lists?: readonly NewMention[];
}

/** Indexes that a large import sets aside and makes anew afterwards; what the import itself asks for is not among them. */
export const indexesToSetAside: readonly string[] = [
  'mention_party',
  'mention_key',
  'mention_account',
  'mention_id_value',
  'mention_employer',
  'identifier_value',
  'rec_mention_mention',
  ...records.flatMap(({ setAside }) => setAside),
];

interface RecordInserts {
  readonly columns: readonly string[];
  readonly inserts: ManyInserts;
}

/**
 * Writes batches, sheets, rows, records and mentions with statements prepared once. Ids of rows are given here, in order, so that
 * nothing has to be read back. Use one writer inside one transaction and then forget it: it remembers the mentions it has met.
 * Rows wait for others to go with them: what was written stands in the store after `flush`.
 */
export class ImportWriter {
  readonly #store: Store;
  readonly #rows: ManyInserts;
  readonly #problems: ManyInserts;
  readonly #insertMention: Statement<unknown[]>;
  readonly #insertIdentifier: Statement<unknown[]>;
  readonly #lists: ManyInserts;
  readonly #records = new Map<string, RecordInserts>();
  readonly #mentions = new Map<string, number>();
  readonly #identifiers = new Set<string>();
  /** ids of mentions met as the very same object: looking at their words again would cost more than the row */
  readonly #met = new WeakMap<NewMention, number>();
  /** the id of the first row written here: rows below it were in the case before */
  readonly firstRow: number;
  #nextRow: number;

  constructor(store: Store) {
    this.#store = store;
    const { db } = store;
    this.firstRow = (db.prepare('select coalesce(max(id), 0) + 1 from row').pluck().get() as number) ?? 1;
    this.#nextRow = this.firstRow;
    this.#rows = new ManyInserts(db, 'insert into row(id, sheet, n, state, why, duplicate_of, cells, same)', 8);
    this.#problems = new ManyInserts(db, 'insert into row_problem(row, col, field, code, seen, params, rejects)', 7);
    // the update makes `returning` answer for a mention that is there already; rows that are read again may stand above the first that named it
    this.#insertMention = db
      .prepare(
        `insert into mention(kind, name, key, id_type, id_value, account, phone, org_key, dept, scope, masked, first_row, first_field)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set
           first_field = iif(excluded.first_row < first_row, excluded.first_field, first_field), first_row = min(first_row, excluded.first_row) returning id`,
      )
      .pluck();
    this.#insertIdentifier = db.prepare(
      'insert or ignore into mention_identifier(mention, type, value, keyable, row, col) values (?, ?, ?, ?, ?, ?)',
    );
    this.#lists = new ManyInserts(db, 'insert or ignore into rec_mention(row, field, mention)', 3);
  }

  /** rows in the case so far, those written here included */
  get rowsBefore(): number {
    return this.#nextRow - 1;
  }

  batch({ uid, evidence, at, actor }: NewBatch): number {
    const { lastInsertRowid } = this.#store.db
      .prepare("insert into batch(uid, evidence, at, actor, state) values (?, ?, ?, ?, 'written')")
      .run(uid, evidence, at, actor);
    return Number(lastInsertRowid);
  }

  sheet(sheet: NewSheet): number {
    const { lastInsertRowid } = this.#store.db
      .prepare(
        `insert into sheet(batch, name, idx, category, confidence, header_row, header_rows, unit, columns, facts, reading,
           rows_read, rows_imported, rows_rejected, rows_duplicate, rows_skipped)
         values (@batch, @name, @idx, @category, @confidence, @headerRow, @headerRows, @unit, @columns, @facts, @reading, 0, 0, 0, 0, 0)`,
      )
      .run(sheet);
    return Number(lastInsertRowid);
  }

  figures(sheet: number, figures: SheetFigures): void {
    this.flush();
    this.#store.db
      .prepare(
        `update sheet set sums = @sums, rows_read = @read, rows_imported = @imported, rows_rejected = @rejected,
           rows_duplicate = @duplicate, rows_skipped = @skipped, first_day = @firstDay, last_day = @lastDay where id = @sheet`,
      )
      .run({ ...figures, sheet });
  }

  /** Keeps the cells of the rows that are written next, with '' for their own. Returns the id that the first of them will have. */
  block(rows: number, packed: Uint8Array): number {
    writeRowBlock(this.#store, { first: this.#nextRow, rows, packed });
    return this.#nextRow;
  }

  /** The packed cells of a row that is in a block. */
  lineOf(row: number): string {
    return cellsOfRow(this.#store, row, '');
  }

  /** Writes a row and returns its id. */
  row(
    sheet: number,
    n: number,
    state: RowState,
    cells: string,
    more: { why?: string; duplicateOf?: number; same?: number } = {},
  ): number {
    const id = this.#nextRow++;
    this.#rows.add([id, sheet, n, state, more.why ?? null, more.duplicateOf ?? null, cells, more.same ?? null]);
    return id;
  }

  /** Everything that was written stands in the store after this. */
  flush(): void {
    this.#rows.flush();
    for (const { inserts } of this.#records.values()) inserts.flush();
    this.#problems.flush();
    this.#lists.flush();
  }

  /** What points to rows never goes before them. */
  #addAfterRows(to: ManyInserts, values: readonly unknown[]): void {
    if (to.isNearlyFull) this.#rows.flush();
    to.add(values);
  }

  problem(row: number, { column, field, code, seen, params, rejects }: NewProblem): void {
    const extra = params === undefined ? null : JSON.stringify(params);
    this.#addAfterRows(this.#problems, [row, column, field, code, seen, extra, rejects ? 1 : 0]);
  }

  correction(correction: NewCorrection): void {
    this.flush();
    writeCorrection(this.#store, correction);
  }

  /** Writes the record of a row. `columnOf` says in which column of the sheet a field stands. */
  record(row: number, record: NewRecord, columnOf: ReadonlyMap<string, number>): void {
    const { columns, inserts } = this.#recordInserts(record.table);
    const bound: unknown[] = new Array(columns.length + 1);
    bound[0] = row;
    for (let i = 0; i < columns.length; i++) {
      const value = record.columns[columns[i] as string];
      if (value === undefined) throw new Error(`${record.table} needs ${columns[i]}`);
      bound[i + 1] =
        typeof value === 'object' && value !== null
          ? this.mention(row, value, columnOf, isBare(value) ? scopeOf(record) : '')
          : value;
    }
    this.#addAfterRows(inserts, bound);
    for (const mention of record.lists ?? []) {
      const scope = isBare(mention) ? scopeOf(record) : '';
      this.#addAfterRows(this.#lists, [row, mention.field, this.mention(row, mention, columnOf, scope)]);
    }
  }

  #recordInserts(table: string): RecordInserts {
    const known = this.#records.get(table);
    if (known) return known;
    const { columns } = recordTable(table);
    const into = `insert into ${table}(row, ${columns.join(', ')})`;
    const made = { columns, inserts: new ManyInserts(this.#store.db, into, columns.length + 1) };
    this.#records.set(table, made);
    return made;
  }

  /** The id of a mention: the one that is there, or a new one first seen in this row. */
  mention(row: number, mention: NewMention, columnOf: ReadonlyMap<string, number>, scope = ''): number {
    const met = scope === '' ? this.#met.get(mention) : undefined;
    if (met !== undefined) return met;
    const { kind, name, key, idType, idValue, account, phone, orgKey, dept, masked, field } = mention;
    const print = `${wordsOf(mention)}\n${scope}`;
    let id = this.#mentions.get(print);
    if (id === undefined) {
      id = this.#insertMention.get(
        kind,
        name,
        key,
        idType,
        idValue,
        account,
        phone,
        orgKey,
        dept,
        scope,
        masked ? 1 : 0,
        row,
        field,
      ) as number;
      this.#mentions.set(print, id);
    }
    for (const { type, value, keyable, field: at } of mention.identifiers) {
      const seen = `${id} ${type} ${value}`;
      if (this.#identifiers.has(seen)) continue;
      this.#identifiers.add(seen);
      this.#insertIdentifier.run(id, type, value, keyable ? 1 : 0, row, columnOf.get(at) ?? null);
    }
    if (scope === '') this.#met.set(mention, id);
    return id;
  }
}

/** Everything a sheet says about the one it names. */
const wordsOf = ({ kind, name, key, idValue, account, phone, orgKey, dept }: NewMention): string =>
  `${kind}\n${name}\n${key}\n${idValue ?? ''}\n${account ?? ''}\n${phone ?? ''}\n${orgKey ?? ''}\n${dept ?? ''}`;

/** A person of whom nothing but the name is known. */
const isBare = ({ kind, idValue, account, phone, orgKey }: NewMention): boolean =>
  kind === 'person' && idValue === null && account === null && phone === null && orgKey === null;

/** The words that name whose statement, ledger or meeting it is, so that the same files give the same scopes in any order; else the record's own table. */
function scopeOf(record: NewRecord): string {
  const { scope } = recordTable(record.table);
  const owner = scope === null ? undefined : record.columns[scope];
  return typeof owner === 'object' && owner !== null ? wordsOf(owner) : record.table;
}
