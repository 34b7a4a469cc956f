import { defineLinkKind } from './kind.ts';

/** 线索涉及单位: the lead names the organisation. An allegation, and no evidence by itself. */
export default defineLinkKind({
  id: 'leadOrg',
  words: { zh: '线索涉及单位', en: 'Lead about an organisation' },
  line: 'short-dash',
  directed: true,
  money: null,
  edge: {
    view: 'lead',
    from: 'clue',
    to: 'subject_org',
    rows: 'row',
    on: 'day',
    text: ['source', 'content'],
    cell: ['subject_org'],
  },
});
