import { definePartyKind } from './kind.ts';

/** Only the number of the account is known. */
export default definePartyKind({
  id: 'account',
  words: { zh: '账户（户主不明）', en: 'Account of unknown holder' },
  draws: { kind: 'account' },
  family: 'account',
  shape: 'rectangle',
  glyph: 'account',
});
