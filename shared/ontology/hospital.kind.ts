import { definePartyKind } from './kind.ts';

/** A medical institution. */
export default definePartyKind({
  id: 'hospital',
  words: { zh: '医院', en: 'Hospital' },
  draws: { kind: 'hospital' },
  family: 'hospital',
  shape: 'hexagon',
  glyph: 'hospital',
});
