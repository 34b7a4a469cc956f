import { defineLinkKind } from './kind.ts';

/** 经商办企业: the declaration names the company beside the relative. */
export default defineLinkKind({
  id: 'kinBusiness',
  words: { zh: '经商办企业', en: 'Business of a relative' },
  line: 'sparse-dots',
  directed: true,
  money: null,
  edge: {
    view: 'kinship',
    from: 'relative',
    to: 'business',
    rows: 'row',
    text: ['relation', 'position'],
    cell: ['relative_company'],
  },
});
