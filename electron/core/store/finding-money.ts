import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/**
 * The money in the evidence of findings, each payment once: a row that several findings cite, and the ledger line and bank booking of one payment,
 * count as one. Which cell the finding cites decides what the row is worth; rows cited for something else are worth nothing here.
 */
const moneySql = `
  with cited as (
    select s.finding as finding, s.row as row, coalesce(m.bank_row, s.row) as money,
           case s.field when 'sponsor_amount' then (select sponsor_fen from rec_conference c where c.row = s.row) else l.fen end as fen, l.day as day
    from finding_row s join line l on l.row = s.row left join same_money m on m.ledger_row = s.row
    where s.role = 'evidence' and s.field in ('amount', 'fee', 'total_cost', 'sponsor_amount') and s.finding in (select value from json_each(@ids))
  )`;

/** Fen in the evidence of these findings. */
export function moneyOnce(store: Store, findings: readonly number[]): number {
  return prepared<[{ ids: string }], { fen: number }>(
    store,
    `${moneySql} select coalesce(sum(fen), 0) as fen from (select max(fen) as fen from cited group by money)`,
  ).get({ ids: JSON.stringify(findings) })!.fen;
}

/** The same by month, months without money left out. */
export function moneyByMonth(store: Store, findings: readonly number[]): Array<{ month: string; fen: number }> {
  return prepared<[{ ids: string }], { month: string; fen: number }>(
    store,
    `${moneySql} select month, sum(fen) as fen from (select max(fen) as fen, substr(min(day), 1, 7) as month from cited group by money)
     where month is not null group by month order by month`,
  ).all({ ids: JSON.stringify(findings) });
}

/** Finding → its evidence rows, a ledger line under the booking that paid it; and the categories of sheets they come from. */
export function evidenceByFinding(store: Store): Map<number, { rows: number[]; categories: Set<string> }> {
  const rows = prepared<[], { finding: number; money: number; category: string }>(
    store,
    `select distinct s.finding as finding, coalesce(m.bank_row, s.row) as money, l.category as category
     from finding_row s join line l on l.row = s.row left join same_money m on m.ledger_row = s.row
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
