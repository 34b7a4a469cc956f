import { defineLinkKind } from './kind.ts';

/** 负责品种: the filing or the visit names the product. */
export default defineLinkKind({
  id: 'promoting',
  words: { zh: '负责品种', en: 'Promotes' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'promoting',
    from: 'person',
    to: 'product',
    rows: 'row',
    on: 'day',
    text: ['text'],
    cell: ['products', 'product'],
  },
});
