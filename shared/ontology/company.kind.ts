import { definePartyKind } from './kind.ts';

/** A company whose business is not known. */
export default definePartyKind({
  id: 'company',
  words: { zh: '企业', en: 'Company' },
  draws: { kind: 'company' },
  family: 'org',
  shape: 'round-rectangle',
  glyph: 'company',
});
