import { definePartyKind } from './kind.ts';

/** A natural person of whom nothing more is known. */
export default definePartyKind({
  id: 'person',
  words: { zh: '自然人', en: 'Person' },
  draws: { kind: 'person' },
  family: 'person',
  shape: 'ellipse',
  glyph: 'person',
});
