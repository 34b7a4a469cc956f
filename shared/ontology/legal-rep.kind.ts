import { defineLinkKind } from './kind.ts';

/** 法定代表人: the company register names the person. */
export default defineLinkKind({
  id: 'legalRep',
  words: { zh: '法定代表人', en: 'Legal representative' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'company',
    from: 'legal_rep',
    to: 'company',
    rows: 'row',
    on: 'founded_day',
    text: ['status', 'address'],
    cell: ['legal_rep'],
  },
});
