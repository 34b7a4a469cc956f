import { defineLinkKind } from './kind.ts';

/** 中标: the sheet says that the company won the lot; the amount awarded is agreed, not paid. */
export default defineLinkKind({
  id: 'award',
  words: { zh: '中标', en: 'Award' },
  line: 'double',
  directed: true,
  money: 'booked',
  edge: {
    view: 'bid',
    from: 'bidder',
    to: 'tender',
    rows: 'row',
    only: { column: 'winner', in: ['1'] },
    amount: 'award_fen',
    on: 'day',
    text: ['name', 'lot'],
    cell: ['award_amount', 'bid_amount', 'is_winner', 'bidder'],
  },
});
