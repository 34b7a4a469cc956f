import { defineLinkKind } from './kind.ts';

/** 法定代表人: the company register, or a bid of the company, names the person. */
export default defineLinkKind({
  id: 'legalRep',
  words: { zh: '法定代表人', en: 'Legal representative' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'legal_representative',
    from: 'legal_rep',
    to: 'company',
    rows: 'row',
    on: 'day',
    text: ['text'],
    cell: ['legal_rep'],
  },
});
