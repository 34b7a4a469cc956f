import { definePartyKind } from './kind.ts';

/** An organisation whose nature no sheet tells. */
export default definePartyKind({
  id: 'org',
  words: { zh: '单位（性质不明）', en: 'Organisation' },
  draws: { kind: 'org' },
  family: 'org',
  shape: 'round-rectangle',
  glyph: 'org',
});
