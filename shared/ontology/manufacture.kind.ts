import { defineLinkKind } from './kind.ts';

/** 生产、上市许可持有: who makes the product or holds its licence, whichever sheet says it. */
export default defineLinkKind({
  id: 'manufacture',
  words: { zh: '生产·持有', en: 'Manufacture' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'product_maker',
    from: 'company',
    to: 'product',
    rows: 'row',
    on: 'day',
    text: ['role', 'name'],
    cell: ['manufacturer', 'mah'],
  },
});
