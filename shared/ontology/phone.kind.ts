import { definePartyKind } from './kind.ts';

/** Only the number is known, or too many bear it. */
export default definePartyKind({
  id: 'phone',
  words: { zh: '电话号码（机主不明）', en: 'Phone of unknown holder' },
  draws: { kind: 'account', role: 'phone' },
  family: 'account',
  shape: 'rectangle',
  glyph: 'phone',
});
