import { definePartyKind } from './kind.ts';

/** Delivers drugs or devices. */
export default definePartyKind({
  id: 'supplier',
  words: { zh: '配送商', en: 'Distributor' },
  draws: { kind: 'company', role: 'supplier' },
  family: 'org',
  shape: 'round-rectangle',
  glyph: 'supplier',
});
