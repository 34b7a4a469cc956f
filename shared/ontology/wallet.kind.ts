import { definePartyKind } from './kind.ts';

/** An account with a payment institution. */
export default definePartyKind({
  id: 'wallet',
  words: { zh: '支付账户', en: 'Wallet' },
  draws: { kind: 'account', role: 'wallet' },
  family: 'account',
  shape: 'rectangle',
  glyph: 'wallet',
});
