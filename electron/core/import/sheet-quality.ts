import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { recordOfCategory } from '../store/records/index.ts';
import { accountStatements } from './account-statements.ts';

type SheetQuality = Answer<'quality.read'>['sheets'][number];
type Part = SheetQuality['parts'][number];

interface Sheet {
  readonly id: number;
  readonly batch: number;
  readonly file: string;
  readonly name: string;
  readonly category: string;
  readonly read: number;
  readonly imported: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly skipped: number;
}

/**
 * What each part of the score is measured against, and what it takes at most. A part takes its whole weight where the share of bad rows reaches
 * `full`; below it, in proportion. 100 is a sheet of which every row was read without a remark.
 */
const weights = {
  rejected: { weight: 40, full: 0.1 },
  unreadable: { weight: 15, full: 0.1 },
  identifiers: { weight: 15, full: 0.1 },
  empty: { weight: 10, full: 0.5 },
  chain: { weight: 15, full: 0.02 },
  gaps: { weight: 5, full: 0.2 },
} as const;

/** 质量分 of every sheet of the case, worst first, with the parts it is made of. */
export function sheetQuality(store: Store): SheetQuality[] {
  const sheets = prepared<[], Sheet>(
    store,
    `select s.id as id, s.batch as batch, e.name as file, s.name as name, s.category as category, s.rows_read as "read", s.rows_imported as imported,
       s.rows_rejected as rejected, s.rows_duplicate as duplicate, s.rows_skipped as skipped
     from sheet s join batch b on b.id = s.batch join evidence e on e.id = b.evidence
     where b.state = 'written' and s.category not like 'manual%' order by s.id`,
  ).all();
  const chains = chainsOf(store);
  return sheets
    .map((sheet) => {
      const parts = partsOf(store, sheet, chains);
      const lost = parts.reduce((total, part) => total + part.lost, 0);
      const { id, batch, file, name, category, ...rows } = sheet;
      return { sheetId: id, batch, file, sheet: name, category, rows, score: Math.round(100 - lost), parts };
    })
    .sort((a, b) => a.score - b.score || a.sheetId - b.sheetId);
}

interface SheetChain {
  breaks: number;
  balances: number;
  missingDays: number;
  days: number;
}

/** Breaks and gaps by the sheet in which they show. */
function chainsOf(store: Store): ReadonlyMap<number, SheetChain> {
  const chains = new Map<number, SheetChain>();
  const sheetOf = prepared<[number], { sheet: number }>(store, 'select sheet from row where id = ?');
  const of = (sheet: number): SheetChain => {
    const chain = chains.get(sheet) ?? { breaks: 0, balances: 0, missingDays: 0, days: 0 };
    chains.set(sheet, chain);
    return chain;
  };
  const balances = prepared<[], { sheet: number; n: number }>(
    store,
    'select r.sheet as sheet, count(*) as n from rec_bank_flow f join row r on r.id = f.row where f.balance_fen is not null group by r.sheet',
  );
  for (const { sheet, n } of balances.all()) of(sheet).balances = n;
  for (const account of accountStatements(store)) {
    for (const { rowId } of account.breaks) of(sheetOf.get(rowId)?.sheet ?? 0).breaks++;
    const missing = account.gaps.reduce((total, { from, to }) => total + daysIn(from, to), 0);
    for (const { sheetId } of account.files) {
      const chain = of(sheetId);
      chain.missingDays += missing;
      chain.days += daysIn(account.first, account.last);
    }
  }
  return chains;
}

const daysIn = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

function partsOf(store: Store, sheet: Sheet, chains: ReadonlyMap<number, SheetChain>): Part[] {
  const problems = prepared<
    [number],
    { col: number | null; field: string | null; code: string; rejects: number; n: number }
  >(
    store,
    `select p.col as col, p.field as field, p.code as code, p.rejects as rejects, count(*) as n from row_problem p join row r on r.id = p.row
     where r.sheet = ? group by 1, 2, 3, 4 order by 5 desc`,
  ).all(sheet.id);
  const parts: Part[] = [];
  const part = (id: keyof typeof weights, count: number, of: number, more: Pick<Part, 'field' | 'filter'> = {}) => {
    const { weight, full } = weights[id];
    const share = of === 0 ? 0 : count / of;
    if (count > 0)
      parts.push({ id, count, of, lost: Math.round(weight * Math.min(1, share / full) * 10) / 10, ...more });
  };
  part('rejected', sheet.rejected, sheet.read, { filter: { kind: 'rejected', sheet: sheet.id } });
  for (const { col, field, code, rejects, n } of problems) {
    if (rejects === 1) continue;
    const filter = { code, sheet: sheet.id, ...(col === null ? {} : { column: col }) };
    part(code.startsWith('identifier.') ? 'identifiers' : 'unreadable', n, sheet.read, { field, filter });
  }
  for (const { field, empty } of emptyParties(store, sheet))
    part('empty', empty, sheet.imported, { field, filter: { sheet: sheet.id, lacks: field } });
  const chain = chains.get(sheet.id);
  if (chain) {
    part('chain', chain.breaks, chain.balances);
    part('gaps', chain.missingDays, chain.days);
  }
  return parts;
}

/** Records that name nobody where their kind of sheet names a party. */
function emptyParties(store: Store, { id, category }: Sheet): Array<{ field: string; empty: number }> {
  const record = recordOfCategory(category);
  if (!record) return [];
  const sides = [record.line.from, record.line.to].flatMap((column) =>
    column !== null && column in record.mentions ? [column] : [],
  );
  // payer and payee of a booking are holder and counterparty
  const columns = sides.length > 0 ? sides : Object.keys(record.mentions).slice(0, 2);
  const counts = columns.map((column) => `sum(x.${column} is null) as ${column}`).join(', ');
  const found = prepared<[{ sheet: number }], Record<string, number | null>>(
    store,
    `select ${counts} from ${record.table} x join row r on r.id = x.row where r.sheet = @sheet`,
  ).get({ sheet: id });
  return columns.map((column) => ({ field: record.mentions[column] ?? column, empty: found?.[column] ?? 0 }));
}
