import { definePartyKind } from './kind.ts';

/** Sells promotion services (contract sales organisation). */
export default definePartyKind({
  id: 'cso',
  words: { zh: '推广服务商', en: 'CSO' },
  draws: { kind: 'company', role: 'cso' },
  family: 'org',
  shape: 'round-rectangle',
  glyph: 'cso',
});
