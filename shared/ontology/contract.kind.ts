import { definePartyKind } from './kind.ts';

/** 合同: one contract. */
export default definePartyKind({
  id: 'contract',
  words: { zh: '合同', en: 'Contract' },
  draws: { kind: 'contract' },
  family: 'event',
  shape: 'tag',
  glyph: 'contract',
});
