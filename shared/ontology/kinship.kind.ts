import { defineLinkKind } from './kind.ts';

/** 亲属、特定关系人: declared or found, in the word of the sheet. It says nothing of what either of them did. */
export default defineLinkKind({
  id: 'kinship',
  words: { zh: '亲属·特定关系', en: 'Family or close associate' },
  line: 'sparse-dots',
  directed: false,
  money: null,
  edge: {
    view: 'kinship',
    from: 'person',
    to: 'relative',
    rows: 'row',
    text: ['relation'],
    cell: ['relation'],
  },
});
