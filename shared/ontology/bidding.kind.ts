import { defineLinkKind } from './kind.ts';

/** 投标: a company bids in a lot. The bid is an offer and carries no money. */
export default defineLinkKind({
  id: 'bidding',
  words: { zh: '投标', en: 'Bid' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'bid',
    from: 'bidder',
    to: 'tender',
    rows: 'row',
    on: 'day',
    text: ['name', 'score'],
    cell: ['bid_amount'],
  },
});
