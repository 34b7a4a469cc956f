import { definePartyKind } from './kind.ts';

/** A public authority. */
export default definePartyKind({
  id: 'government',
  words: { zh: '机关', en: 'Authority' },
  draws: { kind: 'government' },
  family: 'org',
  shape: 'round-rectangle',
  glyph: 'government',
});
