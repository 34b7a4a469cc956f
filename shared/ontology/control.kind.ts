import { defineLinkKind } from './kind.ts';

/** 实际控制: the sheet names the person as controller or beneficial owner. */
export default defineLinkKind({
  id: 'control',
  words: { zh: '实际控制', en: 'Control' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'control',
    from: 'person',
    to: 'company',
    rows: 'row',
    on: 'day',
    text: ['position', 'share'],
    cell: ['is_beneficial', 'position', 'person_name'],
  },
});
