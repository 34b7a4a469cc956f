import { defineLinkKind } from './kind.ts';

/** 供应: who delivers the product, as orders and charges say. Carries no money: the orders do. */
export default defineLinkKind({
  id: 'supply',
  words: { zh: '供应', en: 'Supply' },
  line: 'double',
  directed: true,
  money: null,
  edge: {
    view: 'product_supplier',
    from: 'supplier',
    to: 'product',
    rows: 'row',
    on: 'day',
    text: ['name', 'spec'],
    cell: ['supplier'],
  },
});
