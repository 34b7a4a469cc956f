import { valueReader } from '../../store/place.ts';
import { cite } from '../cite.ts';
import type { PageValue, ReportPage } from '../page.ts';

interface Line {
  row: number;
  day: string;
  fen: number;
  payer: number;
  payer_kind: string;
  payer_name: string;
  payee: number;
  payee_kind: string;
  payee_name: string;
  memo: string;
  aside: string | null;
}

/** 资金明细: every booking with its source cell. What is set aside (failed, reversed, mirrored …) is listed too and says so. */
export const paymentsPage: ReportPage = {
  id: 'payments',
  columns: [
    { title: 'day', kind: 'day', width: 12 },
    { title: 'payer', kind: 'text', width: 34 },
    { title: 'payee', kind: 'text', width: 34 },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'memo', kind: 'text', width: 40 },
    { title: 'counted', kind: 'text', width: 12 },
    { title: 'source', kind: 'text', width: 48 },
  ],
  count: ({ store }) => store.db.prepare('select count(*) from rec_bank_flow').pluck().get() as number,
  *rows(context) {
    const { store, word, mask } = context;
    const place = valueReader(store);
    const lines = store.db
      .prepare(`select f.row as row, f.day as day, f.fen as fen, p.party as payer, pp.kind as payer_kind, coalesce(pp.name, p.name, '') as payer_name,
        q.party as payee, qp.kind as payee_kind, coalesce(qp.name, q.name, '') as payee_name,
        trim(coalesce(f.summary, '') || ' ' || coalesce(f.remark, '')) as memo,
        (select why from payment_aside a where a.row = f.row) as aside
        from rec_bank_flow f left join mention p on p.id = f.payer left join party pp on pp.id = p.party
        left join mention q on q.id = f.payee left join party qp on qp.id = q.party order by f.day, f.row`)
      .all() as Line[];
    for (const l of lines) {
      yield [
        l.day,
        mask.name(l.payer, l.payer_kind, l.payer_name),
        mask.name(l.payee, l.payee_kind, l.payee_name),
        l.fen,
        mask.free(l.memo),
        l.aside ?? word('yes'),
        cite(context, place(l.row, 'amount').source),
      ] satisfies PageValue[];
    }
  },
};
