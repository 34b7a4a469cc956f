import { definePartyKind } from './kind.ts';

/** Runs conferences for others. */
export default definePartyKind({
  id: 'agency',
  words: { zh: '会务公司', en: 'Conference agency' },
  draws: { kind: 'company', role: 'agency' },
  family: 'org',
  shape: 'round-rectangle',
  glyph: 'agency',
});
