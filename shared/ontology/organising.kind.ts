import { defineLinkKind } from './kind.ts';

/** 主办、承办、协办: the conference sheet names the party as organiser. */
export default defineLinkKind({
  id: 'organising',
  words: { zh: '主办·承办', en: 'Organising' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'meeting_party',
    from: 'party',
    to: 'conference',
    rows: 'row',
    only: { column: 'role', in: ['organizer', 'co_organizer'] },
    on: 'day',
    text: ['role', 'name'],
    cell: ['organizer', 'co_organizer'],
  },
});
