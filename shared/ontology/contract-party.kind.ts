import { defineLinkKind } from './kind.ts';

/** 合同方: who stands in the contract, as 甲方 or 乙方. */
export default defineLinkKind({
  id: 'contractParty',
  words: { zh: '合同方', en: 'Contract party' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'contract_party',
    from: 'party',
    to: 'contract',
    rows: 'row',
    on: 'day',
    text: ['role', 'name'],
    cell: ['party_a', 'party_b'],
  },
});
