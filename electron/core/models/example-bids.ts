import type { ExampleRow } from './example-rows.ts';

/** One bidder in one lot. */
export const bidBy = (bidder: string, tender: string, on: string, yuan: string, more: ExampleRow = {}): ExampleRow => ({
  tender_no: tender,
  tender_name: `骨科耗材采购项目（${tender}）`,
  lot: '1',
  buyer: '望川市人民医院',
  agency: '澄溪正和招标代理有限公司',
  open_date: on,
  bidder,
  bid_amount: yuan,
  is_winner: '否',
  ...more,
});

/** A lot: bidder → offer in yuan; the first one wins unless `winner` names another. */
export const lotOf = (
  tender: string,
  on: string,
  offers: Readonly<Record<string, string>>,
  more: Readonly<Record<string, ExampleRow>> = {},
  winner: string | undefined = Object.keys(offers)[0],
): ExampleRow[] =>
  Object.entries(offers).map(([bidder, yuan]) =>
    bidBy(bidder, tender, on, yuan, { is_winner: bidder === winner ? '是' : '否', ...more.all, ...more[bidder] }),
  );
