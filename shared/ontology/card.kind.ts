import { definePartyKind } from './kind.ts';

/** A card number that passes its check digit. */
export default definePartyKind({
  id: 'card',
  words: { zh: '个人银行卡', en: 'Bank card' },
  draws: { kind: 'account', role: 'card' },
  family: 'account',
  shape: 'rectangle',
  glyph: 'card',
});
