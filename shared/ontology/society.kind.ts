import { definePartyKind } from './kind.ts';

/** A learned society, association or foundation. */
export default definePartyKind({
  id: 'society',
  words: { zh: '学协会', en: 'Association' },
  draws: { kind: 'association' },
  family: 'org',
  shape: 'barrel',
  glyph: 'society',
});
