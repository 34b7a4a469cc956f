import { defineLinkKind } from './kind.ts';

/** 代表企业: filed by the company as its representative, or on a visit for it. */
export default defineLinkKind({
  id: 'representing',
  words: { zh: '代表企业', en: 'Represents' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'representing',
    from: 'person',
    to: 'company',
    rows: 'row',
    on: 'day',
    text: ['filing_no', 'text'],
    cell: ['company', 'company_name'],
  },
});
