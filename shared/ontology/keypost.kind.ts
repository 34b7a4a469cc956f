import { definePartyKind } from './kind.ts';

/** 关键岗位: heads, procurement, pharmacy and equipment posts, as a title in some sheet says. */
export default definePartyKind({
  id: 'keypost',
  words: { zh: '关键岗位', en: 'Key post' },
  draws: { kind: 'person', role: 'keypost' },
  family: 'person',
  shape: 'ellipse',
  glyph: 'keypost',
  ring: 'double',
});
