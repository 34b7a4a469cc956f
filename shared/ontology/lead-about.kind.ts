import { defineLinkKind } from './kind.ts';

/** 线索反映: the lead names the person or body. An allegation, and no evidence by itself. */
export default defineLinkKind({
  id: 'leadAbout',
  words: { zh: '线索反映', en: 'Lead about' },
  line: 'short-dash',
  directed: true,
  money: null,
  edge: {
    view: 'lead',
    from: 'clue',
    to: 'subject',
    rows: 'row',
    on: 'day',
    text: ['source', 'content'],
    cell: ['subject_name'],
  },
});
