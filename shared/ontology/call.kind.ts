import { defineLinkKind } from './kind.ts';

/** 通话: the two numbers spoke. A number without a name is whoever alone is known by it. */
export default defineLinkKind({
  id: 'call',
  words: { zh: '通话', en: 'Call' },
  line: 'sparse-dots',
  directed: true,
  money: null,
  edge: {
    view: 'call',
    from: 'caller',
    to: 'callee',
    rows: 'row',
    on: 'day',
    time: 'time',
    text: ['seconds', 'location'],
    cell: ['peer_phone'],
  },
});
