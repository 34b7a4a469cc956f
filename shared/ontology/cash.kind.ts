import { definePartyKind } from './kind.ts';

/** Not a party but the place where cash comes from and goes to. */
export default definePartyKind({
  id: 'cash',
  words: { zh: '现金', en: 'Cash' },
  draws: { kind: 'cash' },
  family: 'account',
  shape: 'octagon',
  glyph: 'cash',
});
