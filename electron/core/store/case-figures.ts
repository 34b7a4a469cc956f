import { fen } from '../../../shared/evidence/money.ts';
import type { Store } from './connect.ts';
import { readFindingMoney } from './finding-money.ts';
import { moneyKinds } from './party-figures.ts';
import { prepared } from './prepared.ts';
import { readFindings, stands } from './read-findings.ts';
import { wholeFigures } from './whole-figures.ts';
import { readLastRuns } from './write-run.ts';

/** The figures of the whole case, fen where they are money. Overview and report take them from here, so that they cannot differ. */
export interface CaseFigures {
  /** what moved according to statements; in a case without them what ledgers booked: the same sum as the graph's */
  readonly payments: { rows: number; fen: number; firstDay: string | null; lastDay: string | null };
  /** bookings that failed or were taken back, each transfer once */
  readonly failed: { rows: number; fen: number };
  /** every booking that is left out of the payments */
  readonly asideRows: number;
  /** named in some row; 现金 and payment institutions are nobody, and a party kept only for a finding of old is not counted */
  readonly parties: number;
  /** files with a batch that is not undone */
  readonly files: number;
  readonly findings: {
    /** found by the last run; those that are gone are counted apart */
    total: number;
    gone: number;
    byStatus: ReadonlyMap<string, number>;
    /** money in the evidence of findings that stand, each payment once */
    fen: number;
    confirmedFen: number;
  };
  /** models that could not judge when they were last asked */
  readonly cannotJudge: number;
}

export function caseFigures(store: Store): CaseFigures {
  const findings = readFindings(store);
  const current = findings.filter(({ gone }) => !gone);
  const money = readFindingMoney(store);
  const fenOf = (list: typeof findings) => money.of(list.map(({ id }) => id));
  const count = (sql: string) => prepared<[], { n: number }>(store, sql).get()!.n;
  const { aside } = wholeFigures(store);
  const failed = aside.filter(({ why }) => why === 'failed' || why === 'reversed');
  const sumOf = (what: 'rows' | 'fen', list: typeof aside) => list.reduce((sum, each) => sum + each[what], 0);
  const figures: CaseFigures = {
    payments: prepared<[string], CaseFigures['payments']>(
      store,
      `select coalesce(sum(rows), 0) as rows, coalesce(sum(fen), 0) as fen, min(first_day) as firstDay, max(last_day) as lastDay
       from link where kind in (select value from json_each(?))`,
    ).get(JSON.stringify(moneyKinds(store)))!,
    failed: { rows: sumOf('rows', failed), fen: sumOf('fen', failed) },
    asideRows: sumOf('rows', aside),
    parties: count(
      `select count(*) as n from party p where p.kind not in ('cash', 'payment-institution')
         and exists (select 1 from mention where party = p.id)`,
    ),
    files: count(
      `select count(distinct evidence) as n from batch b where state = 'written' and not exists (select 1 from manual_entry where batch = b.id)`,
    ),
    findings: {
      total: current.length,
      gone: findings.length - current.length,
      byStatus: new Map(
        [...Map.groupBy(current, ({ status }) => status)].map(([status, list]) => [status, list.length]),
      ),
      fen: fenOf(findings.filter(stands)),
      confirmedFen: fenOf(current.filter(({ status }) => status === 'confirmed')),
    },
    cannotJudge: readLastRuns(store).filter(({ status }) => status === 'cannot-judge').length,
  };
  for (const sum of [figures.payments.fen, figures.failed.fen, figures.findings.fen, figures.findings.confirmedFen])
    fen(sum); // a sum that is not exact is no figure
  return figures;
}
