import { graph as en } from '../../../../shared/text/en/graph.ts';
import { graph as zh } from '../../../../shared/text/zh-CN/graph.ts';
import { valueReader } from '../../store/place.ts';
import { cite } from '../cite.ts';
import type { PageValue, ReportPage } from '../page.ts';

interface Line {
  row: number;
  day: string;
  /** null where the amount is in another currency: it stands in the memo */
  fen: number | null;
  foreign_amount: string | null;
  payer: number;
  payer_kind: string;
  payer_name: string;
  payee: number;
  payee_kind: string;
  payee_name: string;
  memo: string;
  aside: keyof typeof zh.asideWhy | null;
}

const ofParty =
  'f.row in (select row from rec_bank_flow where payer in (select id from mention where party = ?) union select row from rec_bank_flow where payee in (select id from mention where party = ?))';

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
  count: ({ store, party }) =>
    party === undefined
      ? store.db.prepare<[], number>('select count(*) from rec_bank_flow').pluck().get()!
      : store.db
          .prepare<[number, number], number>(`select count(*) from rec_bank_flow f where ${ofParty}`)
          .pluck()
          .get(party, party)!,
  *rows(context) {
    const { store, word, mask, lang, party } = context;
    const why = (lang === 'en' ? en : zh).asideWhy;
    const place = valueReader(store);
    const lines = store.db
      .prepare<
        number[],
        Line
      >(`select f.row as row, iif(f.precision = 'month', substr(f.day, 1, 7), f.day) as day, case f.currency when 'CNY' then f.fen end as fen,
        case when f.currency <> 'CNY' then printf('%s %d.%02d', f.currency, f.fen / 100, f.fen % 100) end as foreign_amount, p.party as payer, pp.kind as payer_kind, coalesce(pp.name, p.name, '') as payer_name,
        q.party as payee, qp.kind as payee_kind, coalesce(qp.name, q.name, '') as payee_name,
        trim(coalesce(f.summary, '') || ' ' || coalesce(f.remark, '')) as memo,
        (select why from payment_aside a where a.row = f.row) as aside
        from rec_bank_flow f left join mention p on p.id = f.payer left join party pp on pp.id = p.party
        left join mention q on q.id = f.payee left join party qp on qp.id = q.party
        ${party === undefined ? '' : `where ${ofParty}`} order by f.day, f.row`)
      .all(...(party === undefined ? [] : [party, party]));
    for (const l of lines) {
      yield [
        l.day,
        mask.name(l.payer, l.payer_kind, l.payer_name),
        mask.name(l.payee, l.payee_kind, l.payee_name),
        l.fen,
        [l.foreign_amount, mask.free(l.memo)].filter(Boolean).join(' '),
        l.aside === null ? word('yes') : why[l.aside],
        cite(context, place(l.row, 'amount').source),
      ] satisfies PageValue[];
    }
  },
};
