import { defineLinkKind } from './kind.ts';

/** 会议申请: who asked for the conference. */
export default defineLinkKind({
  id: 'meetingRequest',
  words: { zh: '会议申请', en: 'Conference request' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'meeting',
    from: 'applicant',
    to: 'conference',
    rows: 'row',
    on: 'start_day',
    text: ['name'],
    cell: ['applicant'],
  },
});
