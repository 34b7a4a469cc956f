import { definePartyKind } from './kind.ts';

/** An account that an organisation holds. */
export default definePartyKind({
  id: 'corpAccount',
  words: { zh: '对公账户', en: 'Corporate account' },
  draws: { kind: 'account', role: 'corpAccount' },
  family: 'account',
  shape: 'rectangle',
  glyph: 'corpAccount',
});
