import { defineRecord } from './record.ts';

/** 股东及高管: one share in a company, or one post there. */
export default defineRecord({
  table: 'rec_company_person',
  categories: ['company_person'],
  columns: `company holder holder_type position share subscribed_fen subscribed_currency paid_fen from_day to_day holds office
    controls`,
  mentions: { company: 'company_name', holder: 'person_name' },
  scope: 'company',
  setAside: '',
  day: { column: 'from_day', covers: false },
  cited: {},
  line: {
    fen: 'null',
    from: 'holder',
    to: 'company',
    text: "trim(coalesce(x.position, '') || ' ' || coalesce(x.share || '%', ''))",
  },
});
