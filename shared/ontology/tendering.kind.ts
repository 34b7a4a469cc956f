import { defineLinkKind } from './kind.ts';

/** 招标与代理: who called the tender, or ran it as agency. */
export default defineLinkKind({
  id: 'tendering',
  words: { zh: '招标·代理', en: 'Tendering' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'tender_party',
    from: 'party',
    to: 'tender',
    rows: 'row',
    only: { column: 'role', in: ['buyer', 'agency'] },
    on: 'day',
    text: ['role', 'name'],
    cell: ['buyer', 'agency'],
  },
});
