import { defineLinkKind } from './kind.ts';

/** 赞助: the conference sheet names the party as sponsor. The amount stands in the sheet for all sponsors together, so no link carries it. */
export default defineLinkKind({
  id: 'sponsorship',
  words: { zh: '赞助', en: 'Sponsorship' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'meeting_party',
    from: 'party',
    to: 'conference',
    rows: 'row',
    only: { column: 'role', in: ['sponsor'] },
    on: 'day',
    text: ['name'],
    cell: ['sponsor'],
  },
});
