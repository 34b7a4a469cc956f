import { createHash } from 'node:crypto';
import { importFiles } from '../../electron/core/import/import-files.ts';
import type { FileToImport } from '../../electron/core/import/plan-file.ts';
import { WorkbookBuilder } from '../../electron/core/import/read/grid.ts';
import { readDelimited } from '../../electron/core/import/read/read-delimited.ts';
import { RowPacker } from '../../electron/core/import/read/row-packer.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import { sheetOf } from '../../electron/core/sheets/index.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import type { Added } from '../../electron/core/store/unjoined.ts';
import { packFile } from '../../electron/core/store/write-evidence.ts';
import type { ImportReport, SheetAnswer } from '../../shared/protocol/import.requests.ts';
import { ok } from '../../shared/protocol/problem.ts';
import { caseInMemory } from '../case-in-memory.ts';
import { csvText } from './workbooks.ts';

/** drawn from the records once parties are known; absent only while the graph folder is */
const drawers = import.meta.glob<(store: Store) => void>('../../electron/core/graph/draw-graph.ts', {
  eager: true,
  import: 'drawLinks',
});

/** What a cell holds, by field name of the category. */
export type FieldTexts = Readonly<Record<string, string | number>>;

export interface SheetMore {
  /** file name; each sheet is a file of its own */
  readonly file?: string;
  readonly folder?: string;
  /** rows above the header, as they would stand in the file */
  readonly above?: ReadonlyArray<readonly string[]>;
  /** what a person would answer in the mapping dialog, beside the category */
  readonly answer?: Omit<SheetAnswer, 'file' | 'sheet' | 'category'>;
}

/**
 * A case in memory, filled through the real import: sheets are written as CSV with the fields' Chinese labels as headers, recognised,
 * read and written like any other; then parties are joined and links drawn. Sheets come into the case in the order in which they are given.
 */
export class CaseBuilder {
  readonly #files: FileToImport[] = [];
  readonly #answers: SheetAnswer[] = [];
  #report: ImportReport | undefined;

  sheet(category: string, rows: readonly FieldTexts[], more: SheetMore = {}): this {
    const definition = sheetOf(category);
    if (!definition) throw new Error(`no such category: ${category}`);
    const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const header = fields.map((field) => {
      const label = definition.fields[field]?.zh;
      if (label === undefined) throw new Error(`${category} has no field ${field}`);
      return label;
    });
    const body = rows.map((row) => fields.map((field) => String(row[field] ?? '')));
    const name = more.file ?? `${category}-${this.#files.length + 1}.csv`;
    const text = csvText([...(more.above ?? []), header, ...body]);
    this.#files.push(readCsv(name, more.folder ?? '', text));
    this.#answers.push({ ...more.answer, file: name, sheet: name.replace(/\.[^.]+$/, ''), category });
    return this;
  }

  /** One line of the payer's statement, or of the payee's with `of: 'payee'`. */
  payment(paid: Payment, more: SheetMore = {}): this {
    return this.payments([paid], more);
  }

  /** Lines of one file; each line is the payer's (or payee's) own booking. */
  payments(paid: readonly Payment[], more: SheetMore = {}): this {
    return this.sheet('bank_flow', paid.map(toBooking), more);
  }

  /** Imports everything; with `resolve` (the default) parties are joined and links drawn. */
  store(options: { resolve?: boolean; at?: Date } = {}): Store {
    const { resolve = true, at = new Date('2026-01-05T02:00:00Z') } = options;
    const store = caseInMemory();
    store.transaction(() => {
      this.#report = importFiles(store, this.#files, {
        answers: this.#answers,
        actor: '测试员',
        at,
      }).report;
      if (!resolve) return;
      resolveParties(store, at.toISOString());
      for (const draw of Object.values(drawers)) draw(store);
    });
    return store;
  }

  /** The same one file after the other: yields the case after each, with what came in, before parties are joined and links drawn. */
  *fileByFile(at = new Date('2026-01-05T02:00:00Z')): Generator<{ store: Store; added: Added }> {
    const store = caseInMemory();
    for (const file of this.#files) {
      const options = { answers: this.#answers, actor: '测试员', at };
      const { added } = store.transaction(() => importFiles(store, [file], options));
      if (added) yield { store, added };
    }
  }

  /** What the import said; after `store()`. */
  get report(): ImportReport {
    if (!this.#report) throw new Error('store() first');
    return this.#report;
  }
}

export const makeCase = (): CaseBuilder => new CaseBuilder();

export interface Payment {
  readonly from: string;
  readonly to: string;
  readonly yuan: number | string;
  readonly on: string;
  readonly time?: string;
  readonly memo?: string;
  readonly remark?: string;
  readonly fromAccount?: string;
  readonly toAccount?: string;
  readonly fromId?: string;
  readonly toId?: string;
  readonly balance?: string;
  readonly serial?: string;
  readonly cash?: boolean;
  /** 是否成功 as the bank writes it */
  readonly success?: string;
  /** whose statement the line stands in; the payer's by default */
  readonly of?: 'payer' | 'payee';
}

function toBooking(paid: Payment): FieldTexts {
  const isPayers = (paid.of ?? 'payer') === 'payer';
  const [holder, other] = isPayers ? ([paid.from, paid.to] as const) : ([paid.to, paid.from] as const);
  const filled = {
    holder_name: holder,
    holder_account: isPayers ? paid.fromAccount : paid.toAccount,
    holder_id_no: isPayers ? paid.fromId : paid.toId,
    txn_date: paid.on,
    txn_time: paid.time,
    dc_flag: isPayers ? '出' : '进',
    amount: String(paid.yuan),
    balance: paid.balance,
    counterparty_name: other,
    counterparty_account: isPayers ? paid.toAccount : paid.fromAccount,
    counterparty_id_no: isPayers ? paid.toId : paid.fromId,
    summary: paid.memo,
    remark: paid.remark,
    txn_no: paid.serial,
    cash_flag: paid.cash === undefined ? undefined : paid.cash ? '现金' : '转账',
    success_flag: paid.success,
  };
  return Object.fromEntries(
    Object.entries(filled).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A CSV text as the reader would give it, without waiting for anything. */
function readCsv(name: string, folder: string, text: string): FileToImport {
  const bytes = new TextEncoder().encode(text);
  const builder = new WorkbookBuilder();
  builder.file({ format: 'csv', encoding: 'utf-8', delimiter: ',', date1904: false });
  builder.sheet({ name: name.replace(/\.[^.]+$/, ''), hidden: false });
  const packer = new RowPacker(builder, Number.POSITIVE_INFINITY);
  for (const { line, fields } of readDelimited(text, ',')) packer.addTexts(line, fields);
  packer.flush();
  return {
    name,
    folder,
    packed: packFile(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sm3: createHash('sm3').update(bytes).digest('hex'),
    workbook: ok(builder.finish()),
  };
}
