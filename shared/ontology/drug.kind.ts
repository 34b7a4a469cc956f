import { definePartyKind } from './kind.ts';

/** 药品: one drug, whatever its spellings in the sheets. */
export default definePartyKind({
  id: 'drug',
  words: { zh: '药品', en: 'Drug' },
  draws: { kind: 'product' },
  family: 'product',
  shape: 'pentagon',
  glyph: 'drug',
});
