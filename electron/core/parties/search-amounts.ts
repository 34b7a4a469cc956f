import type { SearchHit } from '../../../shared/protocol/parties.requests.ts';
import type { Store } from '../store/connect.ts';
import { sourceOf } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import type { AmountRange } from './amount-query.ts';

interface AmountRow {
  readonly row: number;
  readonly fen: number;
  readonly day: string;
  readonly text: string;
  readonly payer: string | null;
  readonly payee: string | null;
}

type Range = [AmountRange & { count?: number }];

// each transfer once, amounts in yuan; failed and reversed bookings are found too: what is searched is what sheets say
const statements = {
  count: `select count(*) as n from rec_bank_flow where fen between :least and :most and currency = 'CNY' and mirror_of is null`,
  list: `select f.row, f.fen, f.day, trim(coalesce(f.summary, '') || ' ' || coalesce(f.remark, '')) as text, pp.name as payer, qp.name as payee
    from (select * from rec_bank_flow where fen between :least and :most and currency = 'CNY' and mirror_of is null order by fen desc, row limit :count) f
    left join mention p on p.id = f.payer left join party pp on pp.id = p.party
    left join mention q on q.id = f.payee left join party qp on qp.id = q.party order by f.fen desc, f.row`,
};
const ledgers = {
  count: `select count(*) as n from rec_expense where fen between :least and :most and currency = 'CNY'`,
  list: `select x.row, x.fen, x.day, trim(coalesce(x.type_text, '') || ' ' || coalesce(x.summary, '')) as text, cp.name as payer, yp.name as payee
    from (select * from rec_expense where fen between :least and :most and currency = 'CNY' order by fen desc, row limit :count) x
    left join mention c on c.id = x.company left join party cp on cp.id = c.party
    left join mention y on y.id = x.payee left join party yp on yp.id = y.party order by x.fen desc, x.row`,
};

/** Bookings and ledger lines of this amount, the largest first. */
export function searchAmounts(store: Store, range: AmountRange, limit: number): { total: number; hits: SearchHit[] } {
  const found = [statements, ledgers].map(({ count, list }) => ({
    total: prepared<Range, { n: number }>(store, count).get(range)?.n ?? 0,
    rows: prepared<Range, AmountRow>(store, list).all({ ...range, count: limit }),
  }));
  const rows = found.flatMap((each) => each.rows).toSorted((a, b) => b.fen - a.fen || a.row - b.row);
  return {
    total: found.reduce((sum, each) => sum + each.total, 0),
    hits: rows.slice(0, limit).map(({ row, fen, day, text, payer, payee }) => ({
      kind: 'amount',
      party: null,
      drawnAs: null,
      title: `${payer ?? '?'} → ${payee ?? '?'}`,
      detail: `${day} ${text}`.trim(),
      fen,
      source: sourceOf(store, row, 'amount'),
      finding: null,
    })),
  };
}
