import { capitals, type Fen } from '../../../../shared/evidence/money.ts';
import { exactYuan } from '../../../../shared/evidence/show-money.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';

/** 摘要: the figures of the case on one page. Every sum is over all rows of the case. */
export const summaryPage: ReportPage = {
  id: 'summary',
  plain: true,
  columns: [
    { title: 'item', kind: 'text', width: 44 },
    { title: 'value', kind: 'text', width: 40 },
  ],
  count: (context) => lines(context).length,
  rows: lines,
};

function lines({ store, word }: ReportContext): PageValue[][] {
  const number = (sql: string): number => (store.db.prepare(sql).pluck().get() as number | null) ?? 0;
  const status = (name: string) => number(`select count(*) from finding where gone_run is null and status = '${name}'`);
  const fen = number(MONEY_IN_FINDINGS) as Fen;
  const rows = store.db
    .prepare(`select coalesce(sum(rows_read), 0) as read, coalesce(sum(rows_imported), 0) as imported, coalesce(sum(rows_rejected), 0) as rejected,
       coalesce(sum(rows_duplicate), 0) as duplicate, coalesce(sum(rows_skipped), 0) as skipped
       from sheet s join batch b on b.id = s.batch where b.state = 'written'`)
    .get() as { read: number; imported: number; rejected: number; duplicate: number; skipped: number };
  const count = (n: number) => String(n);
  return [
    [word('figureFindings'), count(number('select count(*) from finding where gone_run is null'))],
    [word('figureFen'), exactYuan(fen)],
    [word('figureFenWords'), capitals(fen)],
    [word('figureOpen'), count(status('open'))],
    [word('figureChecking'), count(status('checking'))],
    [word('figureConfirmed'), count(status('confirmed'))],
    [word('figureExcluded'), count(status('excluded'))],
    [word('figureDoubtful'), count(status('doubtful'))],
    [word('figurePayments'), count(number('select count(*) from payment'))],
    [word('figurePaymentsFen'), exactYuan(number('select sum(fen) from payment') as Fen)],
    [word('figureAside'), count(number('select count(*) from payment_aside'))],
    [word('figureParties'), count(number('select count(*) from party'))],
    [word('figureFiles'), count(number("select count(distinct evidence) from batch where state = 'written'"))],
    [word('figureRows'), count(rows.read)],
    [word('figureImported'), count(rows.imported)],
    [word('figureRejected'), count(rows.rejected)],
    [word('figureDuplicate'), count(rows.duplicate)],
    [word('figureSkipped'), count(rows.skipped)],
    [
      word('figureCannot'),
      count(number("select count(*) from run_model where run = (select max(id) from run) and status = 'cannot-judge'")),
    ],
  ];
}

/** Money in evidence rows of findings that stand, each row once: what a row moved (bank) or booked (ledger). */
const MONEY_IN_FINDINGS = `select sum(coalesce(f.fen, abs(x.fen), p.fee_fen)) from
  (select distinct r.row from finding_row r join finding g on g.id = r.finding where r.role = 'evidence' and g.gone_run is null) e
  left join rec_bank_flow f on f.row = e.row left join rec_expense x on x.row = e.row left join rec_conference_person p on p.row = e.row`;
