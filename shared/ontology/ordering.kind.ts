import { defineLinkKind } from './kind.ts';

/** 采购经办与审批: who ordered from the supplier or approved it, for a hospital. */
export default defineLinkKind({
  id: 'ordering',
  words: { zh: '采购经办', en: 'Ordered from' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'purchase_person',
    from: 'person',
    to: 'supplier',
    rows: 'row',
    on: 'day',
    text: ['role', 'name'],
    cell: ['buyer', 'approver'],
  },
});
