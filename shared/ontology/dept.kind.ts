import { definePartyKind } from './kind.ts';

/** A department of a medical institution. */
export default definePartyKind({
  id: 'dept',
  words: { zh: '科室', en: 'Department' },
  draws: { kind: 'department' },
  family: 'hospital',
  shape: 'round-hexagon',
  glyph: 'dept',
});
