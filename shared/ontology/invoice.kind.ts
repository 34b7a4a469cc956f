import { definePartyKind } from './kind.ts';

/** 发票: one invoice. */
export default definePartyKind({
  id: 'invoice',
  words: { zh: '发票', en: 'Invoice' },
  draws: { kind: 'invoice' },
  family: 'product',
  shape: 'tag',
  glyph: 'invoice',
});
