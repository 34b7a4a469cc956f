import { defineLinkKind } from './kind.ts';

/** 联系人: the company register names the person as contact. */
export default defineLinkKind({
  id: 'contact',
  words: { zh: '联系人', en: 'Contact' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'company',
    from: 'contact',
    to: 'company',
    rows: 'row',
    on: 'founded_day',
    text: ['status', 'phone'],
    cell: ['contact'],
  },
});
