import { definePartyKind } from './kind.ts';

/** 举报线索: one lead as it was received. */
export default definePartyKind({
  id: 'clue',
  words: { zh: '举报线索', en: 'Tip-off' },
  draws: { kind: 'clue' },
  family: 'event',
  shape: 'vee',
  glyph: 'clue',
});
