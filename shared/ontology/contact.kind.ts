import { defineLinkKind } from './kind.ts';

/** 联系人: the company register, or a bid of the company, names the person as contact. */
export default defineLinkKind({
  id: 'contact',
  words: { zh: '联系人', en: 'Contact' },
  line: 'sparse-dots',
  directed: true,
  money: null,
  edge: {
    view: 'contact_person',
    from: 'contact',
    to: 'company',
    rows: 'row',
    on: 'day',
    text: ['text'],
    cell: ['contact'],
  },
});
