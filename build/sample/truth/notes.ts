/** What is noted of every spreadsheet while it is at hand, so that none of them has to be kept for the truth. */
import { shown } from '../files/encode.ts';
import type { Category, GridFile, GridRow, GridSheet } from '../files/grid.ts';
import type { Fen } from '../plain/fen.ts';
import type { Party, Transfer } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { Story } from './plants.ts';
import type { Truth, TruthEntity, TruthRow, TruthSheet } from './truth.ts';

export type Places = ReadonlyMap<string, readonly TruthRow[]>;
type Place = Truth['mirrors'][number][number];

export interface Notes {
  /** Counts a file's rows and notes where its records and its names stand. Files may come in any order. */
  readonly add: (file: GridFile) => void;
  /** What an importer must count in every file, in the order of their names. */
  readonly files: () => Truth['files'];
  /** Every row that tells of a record that the truth speaks of, in the order of the files' names. */
  readonly places: () => Places;
  /** The two lines of one transfer in two statements. */
  readonly mirrorsOf: (transfer: Transfer) => Place[] | undefined;
  /** Every true party that some imported row names, with all the cells that name it, by id. `only`: no others than these. */
  readonly entities: (only?: ReadonlySet<Party>) => Generator<TruthEntity>;
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

/** More than any spreadsheet has: sheet and row of a place are one number. */
const ROWS = 2 ** 21;

/** Where a party is named: sheet and row, the field, and what stands there; three lists, for there are millions. */
interface Named {
  readonly places: number[];
  readonly fields: string[];
  readonly written: string[];
}

export function notesOf(world: World, story: Story): Notes {
  const eventOf = new Map(
    world.expenses.flatMap(({ id, paidBy }) => (paidBy === undefined ? [] : [[id, paidBy] as const])),
  );
  let spokenOf: ReadonlySet<string> = new Set();
  let known = 0;
  const files: Array<Truth['files'][number]> = [];
  const sheets: Array<{ readonly file: string; readonly sheet: string }> = [];
  const places = new Map<string, TruthRow[]>();
  const lines = new Map<string, number | number[]>();
  const named = new Map<Party, Named>();

  const noteRow = (row: GridRow, at: number, telling: ReadonlyArray<{ header: string; at: number }>): void => {
    const { record, fate } = row;
    if (record === undefined || (fate !== 'imported' && fate !== 'duplicate')) return;
    if (record.startsWith('T-') && fate === 'imported') {
      const before = lines.get(record);
      lines.set(record, before === undefined ? at : [...(typeof before === 'number' ? [before] : before), at]);
    }
    // what stands in a register belongs to the guided task
    if (!spokenOf.has(record) && !record.startsWith('REG-')) return;
    const list = places.get(record) ?? [];
    places.set(record, list);
    list.push({
      ...placeOf(at),
      event: eventOf.get(record) ?? record,
      seen: seenOf(row, telling),
      ...(fate === 'duplicate' ? { copy: true } : {}),
    });
  };
  const noteNames = ({ fate, mentions = [] }: GridRow, at: number): void => {
    if (fate !== 'imported') return;
    for (const { party, field, written } of mentions) {
      const list = named.get(party) ?? { places: [], fields: [], written: [] };
      named.set(party, list);
      list.places.push(at);
      list.fields.push(field);
      list.written.push(written);
    }
  };
  const placeOf = (at: number): Place => ({ ...sheets[Math.floor(at / ROWS)]!, row: at % ROWS });
  const rankOf = (): number[] => {
    const order = [...sheets.keys()].sort((a, b) => compared(sheets[a]!.file, sheets[b]!.file) || a - b);
    const rank: number[] = [];
    order.forEach((sheet, i) => {
      rank[sheet] = i;
    });
    return rank;
  };
  return {
    add: (file) => {
      // leads about what was planted are told last, when their own sheet is written
      const records = recordsOf(story);
      if (records.length !== known) [spokenOf, known] = [new Set(records), records.length];
      for (const sheet of file.sheets) {
        const telling = sheet.columns.flatMap((column, at) =>
          column.field !== null && tellingFields[sheet.category].includes(column.field)
            ? [{ header: column.header, at }]
            : [],
        );
        const first = sheets.push({ file: file.name, sheet: sheetName(file, sheet) }) - 1;
        sheet.rows.forEach((row, index) => {
          const at = first * ROWS + index + 1;
          noteRow(row, at, telling);
          noteNames(row, at);
        });
      }
      files.push({
        file: file.name,
        format: file.format,
        sheets: file.sheets.map((sheet) => countSheet(file, sheet)),
      });
    },
    files: () => files.toSorted((a, b) => compared(a.file, b.file)),
    places: () => {
      for (const list of places.values()) list.sort((a, b) => compared(a.file, b.file));
      return places;
    },
    mirrorsOf: ({ id }) => {
      const noted = lines.get(id);
      return typeof noted !== 'object'
        ? undefined
        : noted.map(placeOf).sort((a, b) => compared(a.file, b.file) || a.row - b.row);
    },
    *entities(only) {
      const accounts = accountsOf(world);
      const rank = rankOf();
      const parties = [...named.keys()].filter((party) => only?.has(party) ?? true);
      for (const party of parties.sort((a, b) => compared(a.id, b.id))) {
        const { places: at, fields, written } = named.get(party)!;
        const order = [...at.keys()].sort(
          (a, b) => rank[Math.floor(at[a]! / ROWS)]! - rank[Math.floor(at[b]! / ROWS)]!,
        );
        yield {
          id: party.id,
          kind: party.kind,
          name: party.name,
          aliases: [...new Set(written)].filter((each) => each !== party.name).sort(),
          identifiers: identifiersOf(party, accounts.get(party) ?? []),
          mentions: order.map((i) => {
            const { file, sheet, row } = placeOf(at[i]!);
            return { file, sheet, row, field: fields[i]!, written: written[i]! };
          }),
        };
      }
    },
  };
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everything that what was planted, what resembles it and what lies on a limit consists of. */
const recordsOf = ({ plants, lookalikes, boundaries }: Story): string[] => [
  ...plants.flatMap(({ rows, expected }) => [
    ...rows,
    ...expected.flatMap((each) => [...each.rows, ...(each.conferences ?? [])]),
  ]),
  ...lookalikes.flatMap(({ rows }) => rows),
  ...boundaries.flatMap(({ rows, beside = [] }) => [...rows, ...beside]),
];

/** Where a sheet lies in its file: sheets of text files and pages are called after the file. */
const sheetName = (file: GridFile, sheet: GridSheet): string =>
  file.format === 'xlsx' || file.format === 'xls' ? sheet.name : file.name.replace(/\.(csv|xls)$/, '');

function seenOf(row: GridRow, telling: ReadonlyArray<{ header: string; at: number }>): Record<string, string> {
  const seen: Record<string, string> = {};
  for (const { header, at } of telling) {
    const text = shown(row.cells[at] ?? null).trim();
    if (text !== '') seen[header] = text;
  }
  return seen;
}

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

function accountsOf(world: World): Map<Party, string[]> {
  const accounts = new Map<Party, string[]>();
  for (const account of world.accounts) {
    if (account.number === '') continue;
    const list = accounts.get(account.holder) ?? [];
    list.push(account.number, ...(account.behind ? [account.behind] : []));
    accounts.set(account.holder, list);
  }
  return accounts;
}

function identifiersOf(party: Party, accounts: readonly string[]): TruthEntity['identifiers'] {
  const own: Array<TruthEntity['identifiers'][number]> = [];
  if (party.kind === 'person') own.push({ type: 'id_no', value: party.idNo });
  if (party.kind === 'org') own.push({ type: 'uscc', value: party.uscc });
  if (party.kind !== 'pseudo' && party.phone) own.push({ type: 'phone', value: party.phone });
  return [...own, ...accounts.map((value) => ({ type: 'account' as const, value }))];
}
