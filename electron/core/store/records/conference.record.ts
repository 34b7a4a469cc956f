import { defineRecord } from './record.ts';

/** 学术会议: one conference as a list records it. */
export default defineRecord({
  table: 'rec_conference',
  categories: ['conference'],
  columns: `conference conference_no name type organizer sponsor_fen start_day end_day precision venue province city planned_attendance
    actual_attendance agenda filing_no filing_day budget_fen total_fen venue_fen speaker_fen meal_fen product applicant status
    evidence_files remark`,
  mentions: { conference: 'name', organizer: 'organizer', applicant: 'applicant' },
  scope: 'conference',
  setAside: '',
  day: { column: 'start_day', covers: true },
  cited: { total_cost: 'x.total_fen', sponsor_amount: 'x.sponsor_fen' },
  line: { fen: 'x.total_fen', from: 'organizer', to: 'conference', text: 'x.name', precision: 'precision' },
});
