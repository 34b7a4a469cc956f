import { defineLinkKind } from './kind.ts';

/** 主管: the register names the office the institution comes under. */
export default defineLinkKind({
  id: 'supervision',
  words: { zh: '主管', en: 'Supervision' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'supervision',
    from: 'supervisor',
    to: 'institution',
    rows: 'row',
    text: ['level', 'city'],
    cell: ['supervisor'],
  },
});
