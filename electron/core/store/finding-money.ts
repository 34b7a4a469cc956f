import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';
import { records } from './records/index.ts';

/** One cell of money that a finding rests on. A ledger line and the booking that paid it share `money`. */
interface Cited {
  readonly finding: number;
  readonly money: number;
  readonly fen: number;
  readonly day: string | null;
}

/**
 * Which cell the finding cites decides what the row is worth; rows cited for something else are worth nothing, and so are all rows of a
 * finding that is not about money: the offers of five bidders are five figures and no sum. One select for each table of records, so that
 * each row is looked up by its number.
 */
const citedSql = records.flatMap(({ table, cited, day }) =>
  Object.entries(cited).map(
    ([field, fen]) =>
      `select s.finding as finding, coalesce(m.bank_row, s.row) as money, ${fen} as fen, ${day.column === null ? 'null' : `x.${day.column}`} as day
       from finding_row s join finding f on f.id = s.finding join ${table} x on x.row = s.row left join same_money m on m.ledger_row = s.row
       where s.role = 'evidence' and s.field = '${field}' and f.fen is not null and ${fen} is not null`,
  ),
);

/** The money in the evidence of findings, each payment once however many findings and however many of its rows cite it. */
export interface FindingMoney {
  /** fen in the evidence of these findings together */
  of(findings: readonly number[]): number;
  /** the same by month; money without a day is left out */
  byMonth(findings: readonly number[]): Array<{ month: string; fen: number }>;
}

/** Reads every cited cell once; use it for one answer. */
export function readFindingMoney(store: Store): FindingMoney {
  const cited = Map.groupBy(
    citedSql.flatMap((sql) => prepared<[], Cited>(store, sql).all()),
    ({ finding }) => finding,
  );
  const once = (findings: readonly number[]): Map<number, Cited> => {
    const largest = new Map<number, Cited>();
    for (const finding of findings)
      for (const each of cited.get(finding) ?? []) {
        const known = largest.get(each.money);
        if (!known || each.fen > known.fen) largest.set(each.money, each);
      }
    return largest;
  };
  return {
    of: (findings) => [...once(findings).values()].reduce((sum, { fen }) => sum + fen, 0),
    byMonth(findings) {
      const months = new Map<string, number>();
      for (const { day, fen } of once(findings).values())
        if (day !== null) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + fen);
      return [...months].map(([month, fen]) => ({ month, fen })).sort((a, b) => (a.month < b.month ? -1 : 1));
    },
  };
}

/** Finding → its evidence rows, a ledger line under the booking that paid it; and the categories of sheets they come from. */
export function evidenceByFinding(store: Store): Map<number, { rows: number[]; categories: Set<string> }> {
  const rows = prepared<[], { finding: number; money: number; category: string }>(
    store,
    `select distinct s.finding as finding, coalesce(m.bank_row, s.row) as money, h.category as category
     from finding_row s join row r on r.id = s.row join sheet h on h.id = r.sheet left join same_money m on m.ledger_row = s.row
     where s.role = 'evidence' order by s.finding, money`,
  ).all();
  const evidence = new Map<number, { rows: number[]; categories: Set<string> }>();
  for (const { finding, money, category } of rows) {
    const known = evidence.get(finding) ?? { rows: [], categories: new Set<string>() };
    evidence.set(finding, known);
    if (known.rows.at(-1) !== money) known.rows.push(money);
    known.categories.add(category);
  }
  return evidence;
}
