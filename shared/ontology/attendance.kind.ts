import { defineLinkKind } from './kind.ts';

/** 参会与讲课: a roster names the person for the conference. */
export default defineLinkKind({
  id: 'attendance',
  words: { zh: '参会·讲课', en: 'Attendance' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'attendance',
    from: 'person',
    to: 'conference',
    rows: 'row',
    on: 'day',
    text: ['role', 'topic'],
    cell: ['name'],
  },
});
