import { defineRecord, joined } from './record.ts';

/** 合同: one contract between two parties. */
export default defineRecord({
  table: 'rec_contract',
  categories: ['contract'],
  columns: `contract party_a party_b day precision fen valid_from valid_to contract_no type name subject deliverable approval_no`,
  mentions: { contract: 'contract_no', party_a: 'party_a', party_b: 'party_b' },
  scope: 'contract',
  setAside: 'contract_mention contract_party_a contract_party_b',
  day: { column: 'day', covers: false },
  cited: { amount: 'x.fen' },
  line: { fen: 'x.fen', from: 'party_a', to: 'party_b', text: joined('name', 'subject'), precision: 'precision' },
});
