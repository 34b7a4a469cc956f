import { definePartyKind } from './kind.ts';

/** 学术会议: a conference, department meeting or round table. */
export default definePartyKind({
  id: 'meeting',
  words: { zh: '会议', en: 'Conference' },
  draws: { kind: 'conference' },
  family: 'event',
  shape: 'diamond',
  glyph: 'meeting',
});
