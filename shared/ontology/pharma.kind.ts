import { definePartyKind } from './kind.ts';

/** Holds a marketing authorisation or makes drugs or devices. */
export default definePartyKind({
  id: 'pharma',
  words: { zh: '药械企业', en: 'Manufacturer' },
  draws: { kind: 'company', role: 'pharma' },
  family: 'org',
  shape: 'round-rectangle',
  glyph: 'pharma',
});
