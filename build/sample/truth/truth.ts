/** truth.json and truth_entities.json: what was planted, what must not be flagged, and what an importer must count. */

import { shown } from '../files/encode.ts';
import type { Category, GridFile, GridRow, GridSheet } from '../files/grid.ts';
import type { SampleOptions } from '../options.ts';
import type { Fen } from '../plain/fen.ts';
import type { Org, Party, Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { GuideStep } from './guide.ts';
import type { Boundary, Expected, LookAlike, Plant, Story } from './plants.ts';

export interface TruthRow {
  readonly file: string;
  readonly sheet: string;
  /** The spreadsheet's own 1-based row; in text files the physical line. */
  readonly row: number;
  /** Header and text of the cells that tell this row from others. */
  readonly seen: Readonly<Record<string, string>>;
  /**
   * What the row tells of. Rows with the same event tell of one and the same thing: both statements' lines of a transfer,
   * copies of them, and the ledger entry for it. To cite one of them is to cite the event.
   */
  readonly event: string;
  /** The same booking delivered again. */
  readonly copy?: true;
}

interface TruthSubject {
  readonly entity?: string;
  readonly conference?: string;
  readonly kind: 'person' | 'org' | 'conference';
  readonly name: string;
}

export interface TruthFinding {
  readonly model: string;
  readonly subjects: readonly TruthSubject[];
  readonly rows: readonly TruthRow[];
}

export interface TruthSheet {
  readonly sheet: string;
  readonly category: Category;
  readonly headerRow: number;
  readonly columns: ReadonlyArray<{ header: string; field: string | null }>;
  readonly rows: {
    readonly read: number;
    readonly imported: number;
    readonly rejected: number;
    readonly duplicate: number;
    readonly skipped: number;
  };
  readonly sums: Readonly<Record<string, string>>;
  readonly badRows: ReadonlyArray<{ row: number; column: string; code: string; seen: string; rejected: boolean }>;
}

export interface Truth {
  readonly note: string;
  readonly options: { readonly seed: number; readonly size: string; readonly noise: number };
  readonly files: ReadonlyArray<{
    readonly file: string;
    readonly format: string;
    readonly sheets: readonly TruthSheet[];
  }>;
  readonly schemes: ReadonlyArray<{
    readonly id: string;
    readonly scheme: string;
    readonly difficulty: number;
    readonly models: readonly string[];
    readonly expected: readonly TruthFinding[];
    readonly subjects: readonly TruthSubject[];
    readonly rows: readonly TruthRow[];
    readonly amountFen: string;
    readonly drawn: Readonly<Record<string, number | string>>;
    readonly zh: string;
  }>;
  readonly mustNotFlag: ReadonlyArray<{
    readonly id: string;
    readonly kind: string;
    readonly model: string;
    readonly subjects: readonly TruthSubject[];
    readonly rows: readonly TruthRow[];
    readonly zh: string;
  }>;
  readonly boundaries: ReadonlyArray<{
    readonly id: string;
    readonly model: string;
    readonly find: boolean;
    readonly subjects: readonly TruthSubject[];
    readonly rows: readonly TruthRow[];
    readonly zh: string;
  }>;
  /** The two lines of one transfer in two statements: one payment. */
  readonly mirrors: ReadonlyArray<ReadonlyArray<{ file: string; sheet: string; row: number }>>;
  /** The guided task with its answers. */
  readonly guide: readonly GuideStep[];
  readonly totals: Readonly<Record<Category, number>> & { readonly files: number };
}

/** Fields that tell one row from another to a person looking at the sheet. */
const tellingFields: Readonly<Record<Category, readonly string[]>> = {
  bank_flow: ['counterparty_name', 'counterparty_info', 'amount', 'amount_in', 'amount_out'],
  expense: ['payee_name', 'amount'],
  conference: ['name'],
  conference_person: ['conference_name', 'name'],
  company: ['name'],
  purchase: ['order_no'],
  product: ['product_code'],
  bid: ['tender_no', 'bidder'],
  prescription: ['rx_no'],
  visit: ['settle_no'],
  visit_item: ['udi'],
  invoice: ['invoice_no'],
  contract: ['contract_no'],
  staff: ['staff_no', 'name'],
  institution: ['code'],
  bank_account: ['card_no', 'account_no'],
  kinship: ['person_name', 'relative_name'],
  rep: ['filing_no'],
  rep_activity: ['visit_at', 'rep_name'],
  clue: ['clue_no'],
  call_record: ['call_at', 'peer_phone'],
  company_person: ['company_name', 'person_name'],
  wallet_flow: ['txn_no'],
};

/** Where a sheet lies in its file: text files are called after the file. */
export const sheetName = (file: GridFile, sheet: GridSheet): string =>
  file.format === 'xlsx' || file.format === 'xls' ? sheet.name : file.name.replace(/\.csv$/, '');

export type Places = ReadonlyMap<string, readonly TruthRow[]>;

/** Every row that tells of a record, in the order of the files' names. */
export function placesOf(world: World, files: readonly GridFile[]): Places {
  const eventOf = new Map(
    world.expenses.flatMap(({ id, paidBy }) => (paidBy === undefined ? [] : [[id, paidBy] as const])),
  );
  const places = new Map<string, TruthRow[]>();
  for (const file of files) {
    for (const sheet of file.sheets) {
      const telling = sheet.columns.flatMap((column, at) =>
        column.field !== null && tellingFields[sheet.category].includes(column.field)
          ? [{ header: column.header, at }]
          : [],
      );
      const name = sheetName(file, sheet);
      sheet.rows.forEach((row, index) => {
        if (row.record === undefined || (row.fate !== 'imported' && row.fate !== 'duplicate')) return;
        const list = places.get(row.record) ?? [];
        list.push({
          file: file.name,
          sheet: name,
          row: index + 1,
          event: eventOf.get(row.record) ?? row.record,
          seen: seenOf(row, telling),
          ...(row.fate === 'duplicate' ? { copy: true } : {}),
        });
        places.set(row.record, list);
      });
    }
  }
  return places;
}

function seenOf(row: GridRow, telling: ReadonlyArray<{ header: string; at: number }>): Record<string, string> {
  const seen: Record<string, string> = {};
  for (const { header, at } of telling) {
    const text = shown(row.cells[at] ?? null).trim();
    if (text !== '') seen[header] = text;
  }
  return seen;
}

export function tellTruth(
  world: World,
  options: SampleOptions,
  story: Story,
  { sheets, places, guide }: { sheets: Truth['files']; places: Places; guide: readonly GuideStep[] },
): Truth {
  const conferences = new Map(world.conferences.map((conference) => [conference.id, conference]));
  const rowsOf = (records: readonly string[]): TruthRow[] => records.flatMap((record) => places.get(record) ?? []);
  const subjectsOf = (parties: ReadonlyArray<Person | Org>, meetings: readonly string[] = []): TruthSubject[] => [
    ...parties.map((party) => ({ entity: party.id, kind: party.kind, name: party.name })),
    ...meetings.map((id) => ({
      conference: conferences.get(id)!.no,
      kind: 'conference' as const,
      name: conferences.get(id)!.name,
    })),
  ];
  const finding = (each: Expected): TruthFinding => ({
    model: each.model,
    subjects: subjectsOf(each.subjects, each.conferences),
    rows: rowsOf(each.rows),
  });
  const plant = (each: Plant) => ({
    id: each.id,
    scheme: each.scheme,
    difficulty: each.difficulty,
    models: [...new Set(each.expected.map((expected) => expected.model))],
    expected: each.expected.map(finding),
    subjects: subjectsOf(each.subjects),
    rows: rowsOf(each.rows),
    amountFen: String(each.fen),
    drawn: each.drawn,
    zh: each.zh,
  });
  const lookalike = (each: LookAlike) => ({
    id: each.id,
    kind: each.kind,
    model: each.model,
    subjects: subjectsOf(each.subjects, each.conferences),
    rows: rowsOf(each.rows),
    zh: each.zh,
  });
  const boundary = (each: Boundary) => ({
    id: each.id,
    model: each.model,
    find: each.find,
    subjects: subjectsOf(each.subjects),
    rows: rowsOf(each.rows),
    zh: each.zh,
  });
  return {
    note: '合成数据：人名、企业、号码均为虚构。编号中的990000不是任何行政区划，电话号段与卡号段均为保留号段。',
    options: { seed: options.seed, size: options.size, noise: options.noise },
    files: sheets,
    schemes: story.plants.map(plant),
    mustNotFlag: story.lookalikes.map(lookalike),
    boundaries: story.boundaries.map(boundary),
    mirrors: mirrorsOf(world, places),
    guide,
    totals: {
      files: sheets.length,
      ...countRows(sheets),
    },
  };
}

/** What an importer must count in every file. */
export const countFiles = (files: readonly GridFile[]): Truth['files'] =>
  files.map((file) => ({
    file: file.name,
    format: file.format,
    sheets: file.sheets.map((sheet) => countSheet(file, sheet)),
  }));

/** What makes a row unreadable; a damaged identifier in the same row does not. */
const rejecting: ReadonlySet<string> = new Set(['amount.unreadable', 'date.unreadable', 'value.missing']);

function countSheet(file: GridFile, sheet: GridSheet): TruthSheet {
  const rows = { read: 0, imported: 0, rejected: 0, duplicate: 0, skipped: 0 };
  const sums = new Map<string, Fen>();
  const badRows: Array<{ row: number; column: string; code: string; seen: string; rejected: boolean }> = [];
  let headerRow = 0;
  sheet.rows.forEach((row, index) => {
    if (row.fate === 'header') headerRow = index + 1;
    if (row.fate === 'title' || row.fate === 'header' || row.fate === 'blank') return;
    rows.read++;
    rows[row.fate]++;
    if (row.fate === 'imported' || row.fate === 'duplicate') {
      for (const [field, fen] of Object.entries(row.amounts ?? {})) sums.set(field, (sums.get(field) ?? 0) + fen);
    }
    for (const problem of row.problems ?? [])
      badRows.push({ row: index + 1, ...problem, rejected: row.fate === 'rejected' && rejecting.has(problem.code) });
  });
  return {
    sheet: sheetName(file, sheet),
    category: sheet.category,
    headerRow,
    columns: sheet.columns.map(({ header, field }) => ({ header, field })),
    rows,
    sums: Object.fromEntries(
      [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, fen]) => [field, String(fen)]),
    ),
    badRows,
  };
}

/** Rows that tell of something, whether they can be read or not. */
function countRows(files: Truth['files']): Record<Category, number> {
  const counts: Record<Category, number> = {
    bank_flow: 0,
    expense: 0,
    conference: 0,
    conference_person: 0,
    company: 0,
    purchase: 0,
    product: 0,
    bid: 0,
    prescription: 0,
    visit: 0,
    visit_item: 0,
    invoice: 0,
    contract: 0,
    staff: 0,
    institution: 0,
    bank_account: 0,
    kinship: 0,
    rep: 0,
    rep_activity: 0,
    clue: 0,
    call_record: 0,
    company_person: 0,
    wallet_flow: 0,
  };
  for (const { sheets } of files) {
    for (const { category, rows } of sheets) counts[category] += rows.imported + rows.rejected + rows.duplicate;
  }
  return counts;
}

function mirrorsOf(world: World, places: Places): Array<Array<{ file: string; sheet: string; row: number }>> {
  return world.transfers.flatMap((transfer) => {
    const lines = (places.get(transfer.id) ?? []).filter((place) => !place.copy);
    return lines.length < 2 ? [] : [lines.map(({ file, sheet, row }) => ({ file, sheet, row }))];
  });
}

export interface TruthEntity {
  readonly id: string;
  readonly kind: Party['kind'];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: ReadonlyArray<{
    readonly type: 'uscc' | 'id_no' | 'phone' | 'account';
    readonly value: string;
  }>;
  readonly mentions: ReadonlyArray<{
    readonly file: string;
    readonly sheet: string;
    readonly row: number;
    readonly field: string;
    readonly written: string;
  }>;
}

/** Every true party that some imported row names, with all the cells that name it. */
export function tellEntities(world: World, files: readonly GridFile[]): TruthEntity[] {
  const mentions = new Map<Party, Array<TruthEntity['mentions'][number]>>();
  for (const file of files) {
    for (const sheet of file.sheets) {
      const name = sheetName(file, sheet);
      sheet.rows.forEach((row, index) => {
        if (row.fate !== 'imported') return;
        for (const { party, field, written } of row.mentions ?? []) {
          const list = mentions.get(party) ?? [];
          list.push({ file: file.name, sheet: name, row: index + 1, field, written });
          mentions.set(party, list);
        }
      });
    }
  }
  const accounts = new Map<Party, string[]>();
  for (const account of world.accounts) {
    if (account.number === '') continue;
    const list = accounts.get(account.holder) ?? [];
    list.push(account.number, ...(account.behind ? [account.behind] : []));
    accounts.set(account.holder, list);
  }
  return [...mentions]
    .map(([party, list]) => ({
      id: party.id,
      kind: party.kind,
      name: party.name,
      aliases: [...new Set(list.map((mention) => mention.written))].filter((written) => written !== party.name).sort(),
      identifiers: identifiersOf(party, accounts.get(party) ?? []),
      mentions: list,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function identifiersOf(party: Party, accounts: readonly string[]): TruthEntity['identifiers'] {
  const own: Array<TruthEntity['identifiers'][number]> = [];
  if (party.kind === 'person') own.push({ type: 'id_no', value: party.idNo });
  if (party.kind === 'org') own.push({ type: 'uscc', value: party.uscc });
  if (party.kind !== 'pseudo' && party.phone) own.push({ type: 'phone', value: party.phone });
  return [...own, ...accounts.map((value) => ({ type: 'account' as const, value }))];
}
