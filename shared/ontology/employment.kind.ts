import { defineLinkKind } from './kind.ts';

/** 任职: some sheet names the employer beside the person. */
export default defineLinkKind({
  id: 'employment',
  words: { zh: '任职', en: 'Employment' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'employment',
    from: 'person',
    to: 'org',
    rows: 'row',
    text: ['dept', 'title'],
    cell: ['org', 'payee_org', 'hospital', 'employer', 'agency', 'relative_employer', 'seller'],
  },
});
