import { definePartyKind } from './kind.ts';

/** Pays individuals on behalf of companies. */
export default definePartyKind({
  id: 'platform',
  words: { zh: '灵活用工平台', en: 'Labour platform' },
  draws: { kind: 'company', role: 'platform' },
  family: 'org',
  shape: 'cut-rectangle',
  glyph: 'platform',
});
