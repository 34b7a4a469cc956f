import { defineRecord, joined } from './record.ts';

/** 招标投标: one bidder in one lot, or a lot announced. */
export default defineRecord({
  table: 'rec_bid',
  categories: ['bid'],
  columns: `tender bidder buyer agency contact legal_rep deposit_payer day precision award_day ceiling_fen fen score rank winner award_fen
    tender_no tender_name lot bidder_uscc phone address ip mac file_author deposit_account`,
  mentions: {
    tender: 'tender_name',
    bidder: 'bidder',
    buyer: 'buyer',
    agency: 'agency',
    contact: 'contact',
    legal_rep: 'legal_rep',
    deposit_payer: 'deposit_payer',
  },
  scope: 'bidder',
  setAside: 'bid_tender bid_bidder bid_buyer bid_agency bid_contact bid_legal_rep bid_deposit_payer bid_ip bid_mac',
  day: { column: 'day', covers: true },
  cited: { bid_amount: 'x.fen', award_amount: 'x.award_fen', ceiling: 'x.ceiling_fen' },
  line: {
    fen: 'coalesce(x.award_fen, x.fen)',
    from: 'bidder',
    to: 'tender',
    text: `${joined('tender_name', 'lot')} || case x.winner when 1 then ' 中标' when 0 then ' 未中标' else '' end`,
    precision: 'precision',
  },
});
