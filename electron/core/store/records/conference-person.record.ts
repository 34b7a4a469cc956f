import { defineRecord } from './record.ts';

/** 讲者与参会人员: one person at one conference. */
export default defineRecord({
  table: 'rec_conference_person',
  categories: ['conference_person'],
  columns: `conference person org conference_day dept title role topic session_start session_end hours fee_fen fee_gross_fen signed
    signed_at city`,
  mentions: { conference: 'conference_name', person: 'name', org: 'org' },
  scope: 'conference',
  setAside: 'conference_person_person conference_person_conference conference_person_org',
  day: { column: 'conference_day', covers: true },
  cited: { fee: 'coalesce(x.fee_fen, x.fee_gross_fen)' },
  line: {
    fen: 'coalesce(x.fee_fen, x.fee_gross_fen)',
    from: 'conference',
    to: 'person',
    text: "coalesce(x.topic, x.title, '')",
  },
});
