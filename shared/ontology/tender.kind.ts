import { definePartyKind } from './kind.ts';

/** 招标项目: one tender or lot. */
export default definePartyKind({
  id: 'tender',
  words: { zh: '招标项目', en: 'Tender' },
  draws: { kind: 'tender' },
  family: 'event',
  shape: 'diamond',
  glyph: 'tender',
});
