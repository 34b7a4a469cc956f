import { defineLinkKind } from './kind.ts';

/** 评审: who judged the bids of a tender. */
export default defineLinkKind({
  id: 'evaluation',
  words: { zh: '评审', en: 'Evaluation' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'tender_party',
    from: 'party',
    to: 'tender',
    rows: 'row',
    only: { column: 'role', in: ['evaluator'] },
    on: 'day',
    text: ['name'],
    cell: ['evaluator'],
  },
});
