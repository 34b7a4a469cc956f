import { definePartyKind } from './kind.ts';

/** Known to the case as the relative of somebody. */
export default definePartyKind({
  id: 'kin',
  words: { zh: '亲属', en: 'Relative' },
  draws: { kind: 'person', role: 'kin' },
  family: 'person',
  shape: 'ellipse',
  glyph: 'kin',
});
