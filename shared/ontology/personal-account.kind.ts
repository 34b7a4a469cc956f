import { definePartyKind } from './kind.ts';

/** An account that a person holds, as a register says. */
export default definePartyKind({
  id: 'personalAccount',
  words: { zh: '个人账户', en: 'Personal account' },
  draws: { kind: 'account', role: 'personalAccount' },
  family: 'account',
  shape: 'round-rectangle',
  glyph: 'account',
});
