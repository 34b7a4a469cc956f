import { definePartyKind } from './kind.ts';

/** A university, school or research institute. */
export default definePartyKind({
  id: 'school',
  words: { zh: '院校', en: 'School' },
  draws: { kind: 'school' },
  family: 'org',
  shape: 'round-rectangle',
  glyph: 'school',
});
