import { hasMoney } from '../../../../shared/evidence/has-money.ts';
import { capitals, fen } from '../../../../shared/evidence/money.ts';
import { exactYuan } from '../../../../shared/evidence/show-money.ts';
import type { FindingStatus } from '../../../../shared/protocol/parts.ts';
import { caseFigures } from '../../store/case-figures.ts';
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
  const { findings, payments, ...figures } = caseFigures(store);
  const status = (name: FindingStatus) => findings.byStatus.get(name) ?? 0;
  const inFindings = fen(findings.fen);
  const money = (text: string) => (hasMoney({ payments, findings }) ? text : word('noMoney'));
  const rows = store.db
    .prepare(`select coalesce(sum(rows_read), 0) as read, coalesce(sum(rows_imported), 0) as imported, coalesce(sum(rows_rejected), 0) as rejected,
       coalesce(sum(rows_duplicate), 0) as duplicate, coalesce(sum(rows_skipped), 0) as skipped
       from sheet s join batch b on b.id = s.batch where b.state = 'written'`)
    .get() as { read: number; imported: number; rejected: number; duplicate: number; skipped: number };
  const count = (n: number) => String(n);
  return [
    [word('figureFindings'), count(findings.total)],
    [word('figureFen'), money(exactYuan(inFindings))],
    [word('figureFenWords'), money(capitals(inFindings))],
    [word('figureOpen'), count(status('open'))],
    [word('figureChecking'), count(status('checking'))],
    [word('figureConfirmed'), count(status('confirmed'))],
    [word('figureExcluded'), count(status('excluded'))],
    [word('figureDoubtful'), count(status('doubtful'))],
    [word('figurePayments'), count(payments.rows)],
    [word('figurePaymentsFen'), money(exactYuan(fen(payments.fen)))],
    [word('figureAside'), count(figures.asideRows)],
    [word('figureParties'), count(figures.parties)],
    [word('figureFiles'), count(figures.files)],
    [word('figureRows'), count(rows.read)],
    [word('figureImported'), count(rows.imported)],
    [word('figureRejected'), count(rows.rejected)],
    [word('figureDuplicate'), count(rows.duplicate)],
    [word('figureSkipped'), count(rows.skipped)],
    [word('figureCannot'), count(figures.cannotJudge)],
  ];
}
