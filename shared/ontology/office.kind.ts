import { defineLinkKind } from './kind.ts';

/** 任高管、董事、监事: the person has a post in the company. */
export default defineLinkKind({
  id: 'office',
  words: { zh: '任高管·董监事', en: 'Company office' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'office',
    from: 'person',
    to: 'company',
    rows: 'row',
    on: 'day',
    text: ['position'],
    cell: ['position', 'person_name'],
  },
});
