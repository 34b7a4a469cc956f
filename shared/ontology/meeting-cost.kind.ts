import { defineLinkKind } from './kind.ts';

/** 会议列支: ledger lines that name a conference; the payee of each line is a link of its own (费用列支). */
export default defineLinkKind({
  id: 'meetingCost',
  words: { zh: '会议列支', en: 'Booked for a conference' },
  line: 'long-dash',
  directed: true,
  money: 'booked',
  edge: {
    view: 'fee',
    from: 'company',
    to: 'conference',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['memo'],
    cell: ['amount'],
  },
});
