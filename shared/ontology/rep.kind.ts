import { definePartyKind } from './kind.ts';

/** Acts for a company towards hospitals, as some sheet says. */
export default definePartyKind({
  id: 'rep',
  words: { zh: '医药代表', en: 'Sales rep' },
  draws: { kind: 'person', role: 'rep' },
  family: 'person',
  shape: 'ellipse',
  glyph: 'rep',
});
